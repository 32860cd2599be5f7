/** Lets everything run that waits for a settled promise or for React's scheduler, which comes before the next turn but one. */
export const settled = async (): Promise<void> => {
	for (let turn = 0; turn < 2; turn += 1) {
		await new Promise(resolve => setImmediate(resolve));
	}
};
