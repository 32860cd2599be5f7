/** A title as one typed word: `GPU type` is `gpu-type`. */
export const typedWord = (title: string): string => title.toLowerCase().replaceAll(' ', '-');
