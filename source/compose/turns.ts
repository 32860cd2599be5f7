/** Lets the event loop turn so many times: what is due is done, and what has come from outside is taken in. */
export const turnsOfLoop = async (count: number): Promise<void> => {
	for (let turn = 0; turn < count; turn++) {
		await new Promise<void>(resolve => {
			setImmediate(resolve);
		});
	}
};
