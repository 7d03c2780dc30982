/** A DIP catalogue as read: its groups with their scores, last year's means, auxiliary coefficients, and the small tables they were found by. */
import type { Decimal } from '../../money.ts';
import type { Dimension } from '../../policy/dip-lists.ts';
import type { AuxiliaryTables } from './auxiliary-columns.ts';
import type { CodePrefixes } from './code-prefixes.ts';
import type { DipKey } from './keys.ts';
import type { Treatment } from './treatment.ts';

export type DipGroup = {
  readonly code: string;
  readonly name: string;
  readonly key: DipKey;
  readonly rw: Decimal;
  readonly score: Decimal;
  /** Weighted mean cost of the history, whole fen. */
  readonly mean: number;
  /** 基层病种: paid without a hospital coefficient. */
  readonly grassroots: boolean;
  /** `groups.tsv:12`, with the folder before it. */
  readonly at: string;
  /** 辅助目录 of the group: the coefficient of each class that has one. */
  readonly auxiliary: { readonly dimension: Dimension; readonly classes: ReadonlyMap<number, AuxiliaryCoefficient> } | undefined;
  /** Mean cost of the last year by level as loaded, '' over all levels. */
  readonly lastYear: ReadonlyMap<string, LastYear>;
};
export type AuxiliaryCoefficient = { readonly value: Decimal; readonly at: string };
/** Whole fen. */
export type LastYear = { readonly cases: number; readonly mean: number; readonly at: string };

export type DipCatalogue = AuxiliaryTables & {
  readonly id: string;
  readonly folder: string;
  /** Points of a weight of 1. */
  readonly scale: Decimal;
  /** The last year of the history. */
  readonly lastYear: number;
  /** sha256 of the files it was built from. */
  readonly sources: readonly string[];
  readonly selfTest: boolean;
  readonly groups: readonly DipGroup[];
  readonly types: CodePrefixes<Treatment>;
};

/** The files of a catalogue, in the order in which they are written: the manifest last, so that half a catalogue is none. */
export const dipFiles = [
  'groups.tsv',
  'means.tsv',
  'auxiliary.tsv',
  'procedure-types.tsv',
  'cci.tsv',
  'severity.tsv',
  'manifest.json',
] as const;
export type DipFile = (typeof dipFiles)[number];
export type DipTexts = Readonly<Record<DipFile, string>>;

/** A catalogue that was built from the very stays being settled prices them by themselves: 自测，不可用于结算. */
export const isSelfTest = (catalogue: Pick<DipCatalogue, 'selfTest' | 'sources'>, files: readonly { readonly sha256: string }[]): boolean =>
  catalogue.selfTest || files.some(({ sha256 }) => catalogue.sources.includes(sha256));
