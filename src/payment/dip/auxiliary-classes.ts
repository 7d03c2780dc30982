/**
 * 辅助目录: the class of a stay in each auxiliary list, by the rules of the DIP specification as the payment reference restates them. Class 0 is
 * the plain one, which no coefficient is made for on its own account.
 */
import type { Dimension } from '../../policy/dip-lists.ts';

const severities = ['light', 'moderate', 'heavy', 'dead_early', 'dead'] as const;
const elderly = ['65-69', '70-79', '80+'] as const;

/** Names of the classes, as the tables write them; the number in the column is the index. */
export const auxiliaryClasses: Readonly<Record<Dimension, readonly string[]>> = {
  /** 0 none, 1-2 一般, 3-4 严重, 5 and more 极严重 */
  cci: ['0', '1-2', '3-4', '5+'],
  /** 轻度, 中度, 重度; 死亡 IV-A within 3 days, IV-B later */
  severity: severities,
  /** not a malignant tumour; 死亡, 高费用一 and 二, 转移, 功能衰竭, 器官病损, 其他 */
  tumour: ['none', 'dead', 'dear_treatment', 'dear_drugs', 'metastasis', 'failure', 'damage', 'other'],
  /** 18-64 is plain; from 65 on crossed with the severity */
  age: ['18-64', '0-28d', '29d-1y', '1-6', '7-17', ...elderly.flatMap(band => severities.map(severity => `${band} ${severity}`))],
  /** days in intensive care */
  icu: ['0-1', '2-7', '8-14', '15-30', '31+'],
};

export const cciClass = (index: number): number => (index === 0 ? 0 : index <= 2 ? 1 : index <= 4 ? 2 : 3);

const [LIGHT, MODERATE, HEAVY, DEAD_EARLY, DEAD] = [0, 1, 2, 3, 4];

export type Course = {
  readonly dead: boolean;
  /** -1: not known. */
  readonly days: number;
  /** 0 none, 1 moderate, 2 heavy, among the other diagnoses. */
  readonly sign: number;
};

/** A sign counts for a stay of at least 3 days; whose length is not known is light. */
export function severityClass({ dead, days, sign }: Course): number {
  if (dead) return days >= 0 && days < 3 ? DEAD_EARLY : DEAD;
  if (days < 3) return LIGHT;
  return sign === 2 ? HEAVY : sign === 1 ? MODERATE : LIGHT;
}

/** `age` -1: not known, and plain. `ageDays` -1 with an age of 0 is the second of the two youngest. */
export function ageClass(age: number, ageDays: number, severity: number): number {
  if (age < 0) return ageDays >= 0 && ageDays <= 28 ? 1 : ageDays > 28 && ageDays < 365 ? 2 : 0;
  if (age === 0) return ageDays >= 0 && ageDays <= 28 ? 1 : 2;
  if (age <= 6) return 3;
  if (age <= 17) return 4;
  if (age < 65) return 0;
  const band = age < 70 ? 0 : age < 80 ? 1 : 2;
  return 5 + band * severities.length + severity;
}

/** Hours as days, a day begun counted. */
export function icuClass(hours: number): number {
  const days = Number.isNaN(hours) ? 0 : Math.ceil(hours / 24);
  return days < 2 ? 0 : days <= 7 ? 1 : days <= 14 ? 2 : days <= 30 ? 3 : 4;
}

export type TumourStay = {
  readonly malignant: boolean;
  readonly severity: number;
  readonly metastasis: boolean;
  /** Whether cost is at least three times the mean of the group. */
  readonly dear: boolean;
  /** Shares of cost of at least a half. */
  readonly mostTreatment: boolean;
  readonly mostDrugs: boolean;
};

export function tumourClass({ malignant, severity, metastasis, dear, mostTreatment, mostDrugs }: TumourStay): number {
  if (!malignant) return 0;
  if (severity === DEAD || severity === DEAD_EARLY) return 1;
  if (dear && mostTreatment) return 2;
  if (dear && mostDrugs) return 3;
  if (metastasis) return 4;
  if (severity === HEAVY) return 5;
  return severity === MODERATE ? 6 : 7;
}
