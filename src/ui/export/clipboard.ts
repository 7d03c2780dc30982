/**
 * The sequence (OSC 52) by which a terminal puts text on the clipboard of the person who looks at it, over a remote shell too.
 * Terminals ignore longer ones: 74,994 bytes of text are what 100,000 bytes of sequence hold.
 */
export const clipboardSequence = (text: string): string => `\x1b]52;c;${Buffer.from(text, 'utf8').toString('base64')}\x07`;

export const CLIPBOARD_BYTES = 74_994;
