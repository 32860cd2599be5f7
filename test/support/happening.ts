/** Something that a test waits for until it is told of it. */
export const aHappening = (): { readonly happen: () => void; readonly happened: Promise<void> } => {
	let happen = (): void => {};
	const happened = new Promise<void>(resolve => {
		happen = resolve;
	});
	return { happen, happened };
};
