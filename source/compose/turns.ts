/**
 * Lets the event loop turn, so that what has come from outside is taken in: as often as `most`, and no more once it is `done`. A turn in
 * which nothing came takes a tenth of a millisecond.
 */
export const turnsOfLoop = async (most: number, done: () => boolean = () => false): Promise<void> => {
	for (let turn = 0; turn < most && !done(); turn++) {
		await new Promise<void>(resolve => {
			setImmediate(resolve);
		});
	}
};
