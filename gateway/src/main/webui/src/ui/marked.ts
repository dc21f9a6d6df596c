/** Characters that turn the direction of writing, or cannot be seen: with them a name looks like another. */
const hidden = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const all = new RegExp(hidden.source, 'g');

export const isTurned = (text: string) => hidden.test(text);

/** The text with each such character written out, in the order it is stored: `ANGARA [U+202E]gpj`. */
export const spelled = (text: string) => text.replace(all, (one) => `[U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''}]`);
