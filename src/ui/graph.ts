/** What charts are drawn with: eighths of blocks, dots of braille, or plain ASCII. */
export const graphs = ['block', 'braille', 'ascii'] as const;
export type Graph = (typeof graphs)[number];
