/** What may reach a screen, a log or a text file: control characters (C0, C1) and marks that turn the reading direction are taken out. */

// Tabs and line breaks separate words, so they become a blank; everything else here only confuses a terminal or hides text.
const separators = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

export const printable = (text: string): string => text.replace(separators, ' ').replace(unprintable, '');

/** The same for a text of several lines, which stay lines. */
export const printableLines = (text: string): string => text.split(/\r?\n/).map(printable).join('\n');
