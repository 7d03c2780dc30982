/** What the grouper returns: small numbers that point into the catalogue; words are made only when somebody looks. */

/** Severity found among the other diagnoses, whether or not the group is split by it: 0 none, 1 CC, 2 MCC. */
export const severities = ['none', 'cc', 'mcc'] as const;
export type Severity = (typeof severities)[number];

/** No ADRG row matched. */
export const NO_ROW = 0xffff;
/** No diagnosis decided the severity. */
export const NO_DECIDER = 0xff;

export type GroupColumns = {
  readonly count: number;
  /** Index into `groups` of the catalogue (0 is ungrouped `0000`). */
  readonly group: Uint16Array;
  /** Index of the ADRG row of the catalogue that matched, or NO_ROW. */
  readonly row: Uint16Array;
  /** Index into severities. */
  readonly severity: Uint8Array;
  /** Position in the case's diagnosis list of the diagnosis that decided the severity, or NO_DECIDER. */
  readonly decider: Uint8Array;
};

/** A possible result of a catalogue: a DRG, an ambiguous group (xQY) or ungrouped. */
export type Group = {
  readonly mdc: string;
  readonly adrg: string;
  readonly drg: string;
  readonly name: string;
  readonly status: 'grouped' | 'ambiguous' | 'ungrouped';
};
