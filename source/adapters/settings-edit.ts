import { isMap, parseDocument } from 'yaml';
import type { SettingsChange } from '../model/config/configuration.ts';
import { failed, type Result, success } from '../model/failure.ts';
import { sortText } from '../model/views/view-look.ts';
import type { SavedView } from '../tables/views.ts';

/** The entry of a view: only what it says. */
const viewEntry = ({ query, sort, group, columns, everything }: SavedView, key: number | undefined) => ({
	...(key === undefined ? {} : { key }),
	query,
	...(sort === undefined ? {} : { sort: sortText(sort) }),
	...(group === undefined ? {} : { group }),
	...(columns === undefined ? {} : { columns }),
	...(everything ? { mode: 'everything' } : {}),
});

const firstLines = '# Settings of dlctop; the README says what can stand here.\n';

/**
 * The text of a settings file with one change, everything else with its comments as it was. `text` is known to be a settings file
 * that can be read; undefined: there is none yet. A view that is saved again keeps its key. The problem is the end of a sentence.
 */
export const changedText = (text: string | undefined, change: SettingsChange): Result<string, string> => {
	const document = parseDocument(text === undefined || text.trim() === '' ? firstLines : text);
	const views = document.get('views');
	if (change.kind === 'remove-view') {
		if (!isMap(views) || !views.has(change.name)) {
			return failed(`no view ${change.name} stands in the settings file`);
		}
		views.delete(change.name);
		return success(document.toString({ lineWidth: 0 }));
	}
	const former = document.getIn(['views', change.view.name, 'key']);
	const entry = viewEntry(change.view, typeof former === 'number' ? former : undefined);
	if (!isMap(views)) {
		document.set('views', document.createNode({}));
	}
	document.setIn(['views', change.view.name], document.createNode(entry));
	return success(document.toString({ lineWidth: 0 }));
};
