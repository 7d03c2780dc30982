/** The layouts a synthetic hospital can be written in, each to its own file. */
import type { Papers } from '../papers.ts';

export const layoutNames = ['casemix', 'hqms', 'opendrg', 'setl', '4101', '4101a'] as const;
export type LayoutName = (typeof layoutNames)[number];

export const layoutFiles: Readonly<Record<LayoutName, string>> = {
  casemix: 'stays.csv',
  hqms: 'front-page.csv',
  opendrg: 'opendrg.csv',
  setl: 'settlements.csv',
  '4101': 'lists.ndjson',
  '4101a': 'lists-4101a.ndjson',
};

/** JSON is UTF-8 always (RFC 8259); delimited text comes in the encoding of the office that exports it. */
export const isJson = (layout: LayoutName): boolean => layoutFiles[layout].endsWith('.ndjson');

/** How the stays of a layout stand in its file. */
export type LayoutText = { readonly header: string; readonly row: (papers: Papers) => string };
