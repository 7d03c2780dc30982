/**
 * Which rules of a policy its methods read. A rule about single stays that no method of the policy can apply would be a promise that
 * nobody keeps: in a policy file it is refused. The same in a scenario, which may pay one policy by another method on purpose, and
 * lines or factors that stand beside a method without them, are told.
 */
import type { Leaves, Place } from './leaf.ts';
import { both, mistake } from './mistakes.ts';
import { mixRules } from './mix-rules.ts';
import type { Method } from './names/methods.ts';

/** Prices, tables and heads of each method are not here: a policy may carry those of methods that a scenario turns to. */
const readBy: Readonly<Record<string, readonly Method[]>> = {
  stay_rules: ['drg_rate', 'drg_points'],
  exempt: ['drg_rate', 'drg_points'],
  special_case: ['drg_rate', 'drg_points', 'dip'],
  outliers: ['drg_rate', 'drg_points'],
  modifiers: ['drg_rate', 'drg_points'],
  group_flags: ['drg_rate', 'drg_points'],
  primary_care_groups: ['drg_rate', 'drg_points'],
  ungrouped: ['drg_rate', 'drg_points', 'dip'],
  hospital_coefficient: ['drg_rate', 'drg_points', 'dip'],
};

/** Whose stays are meant one by one. */
const ofStays = ['stay_rules', 'exempt', 'special_case'];

export type Unread = { readonly section: string; readonly at: Place };

/** Sections that neither the method of the policy nor one of its mix reads, in the order of the file. */
export function unreadSections(leaves: Leaves): readonly Unread[] {
  const methods = [leaves.get('payment_method')?.value, ...mixRules(leaves).map(({ method }) => method)];
  const found = new Map<string, Place>();
  for (const [path, { value, at }] of leaves) {
    const section = path.split('.')[0]!;
    // what is switched off says nothing, whoever reads it
    if (!readBy[section] || found.has(section) || isOff(path, value)) continue;
    if (!methods.some(method => readBy[section]!.some(reads => reads === method))) found.set(section, at);
  }
  return [...found].map(([section, at]) => ({ section, at }));
}

const isOff = (path: string, value: unknown): boolean =>
  value === null || value === 'none' || (Array.isArray(value) && value.length === 0) || path === 'hospital_coefficient.blank';

/** For a policy file that is to pay as it stands. @throws UserError POLICY_INVALID */
export function refuseUnread(leaves: Leaves): void {
  const unread = unreadSections(leaves).find(({ section }) => ofStays.includes(section));
  if (!unread) return;
  const { section, at } = unread;
  const method = String(leaves.get('payment_method')?.value);
  const known = readBy[section]!.join(', ');
  throw mistake(
    'POLICY_INVALID',
    at,
    both(`按 ${method} 付费的政策不会用到 ${section}`, `a policy that pays by ${method} never reads ${section}`),
    both(`删去 ${section}，或改用读它的方法：${known}。`, `Leave ${section} out, or pay by a method that reads it: ${known}.`),
  );
}
