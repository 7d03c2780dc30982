/** Policies of a run with what each is paid by: the groups of its catalogue, grouped once each, its weights and the tables it names. */
import { type CompiledCatalogue, groupColumns } from '../../grouper/index.ts';
import { UserError } from '../errors.ts';
import type { Installation } from '../files/installation.ts';
import { projectText } from '../files/project-text.ts';
import type { Grouped } from '../payment/condition-test.ts';
import { dipGrouping } from '../payment/dip/grouping.ts';
import { dipCatalogueOf } from '../payment/dip/open-catalogue.ts';
import { type InForce, inForce, stemOf } from '../payment/in-force.ts';
import { type OutsideForce, outsideForce } from '../payment/outside-force.ts';
import type { Part } from '../payment/part.ts';
import { refuseTooMany } from '../payment/routes.ts';
import { refuseUnknownFlags } from '../payment/unknown-flags.ts';
import { readWeights, type WeightTable } from '../payment/weights.ts';
import { dayOf } from '../policy/day.ts';
import { placeText } from '../policy/leaf.ts';
import { refuseUnread } from '../policy/names-read.ts';
import { type Policy, policyFrom } from '../policy/policy.ts';
import type { PolicyFile } from '../policy/read-policy.ts';
import type { StayTable } from '../stay/stay-table.ts';
import { openCatalogue } from './catalogue.ts';

export type Parts = {
  readonly parts: readonly Part[];
  /** The part of every stay; undefined: there is one. */
  readonly partOf: Uint8Array | undefined;
  /** Catalogues that grouped, in the order of the policies. */
  readonly catalogues: readonly string[];
  /** Stays that the only policy pays although it was not in force for them. */
  readonly outside: OutsideForce;
};

/** A policy file that says everything its method needs, and its weights. Made before stays are loaded, so that a mistake is told at once. */
export type Payable = { readonly file: PolicyFile; readonly policy: Policy; readonly weights: WeightTable | undefined };

export function payable(installation: Installation, file: PolicyFile): Payable {
  refuseUnread(file.leaves);
  const policy = policyFrom(file, file.leaves);
  const { weightsTable: table } = policy;
  const tableAt = (path: string): WeightTable => readWeights(projectText(installation)(path), path);
  const weights = table === undefined ? undefined : tableAt(table);
  const second = 'weightRule' in policy && policy.weightRule.fallback.kind === 'table' ? policy.weightRule.fallback.path : undefined;
  if (weights) refuseUnknownFlags(policy, weights, second === undefined ? undefined : tableAt(second));
  return { file, policy, weights };
}

/** `catalogue` takes the place of what the policies name. */
export function partsFor(
  installation: Installation,
  policies: readonly Payable[],
  { stays, catalogue }: { readonly stays: StayTable; readonly catalogue: string | undefined },
): Parts {
  refuseTooMany(policies.map(({ policy }) => policy));
  refuseSameDay(policies);
  const readText = projectText(installation);
  const grouped = new Map<string, Grouped>();
  const groupedBy = (id: string, at?: string): Grouped => {
    const known = grouped.get(id) ?? groupedWith(openCatalogue(installation, id, at), stays);
    grouped.set(id, known);
    return known;
  };
  const parts = policies.map(({ file, policy, weights }): Part => {
    const at = catalogue === undefined ? placeText(file.catalogueAt) : undefined;
    const groups = groupsByDrg(policy) ? groupedBy(catalogue ?? policy.catalogue, at) : dipGroups(policy, { stays, readText });
    return { policy, grouping: groups?.columns, groups: groups?.groups, weights, readText };
  });
  return {
    parts,
    partOf: inForce(
      stays,
      policies.map(({ file }) => placesOf(file)),
    ),
    catalogues: [...grouped.keys(), ...policies.flatMap(({ policy }) => (policy.method === 'dip' ? [policy.folder] : []))],
    outside: policies.length === 1 ? outsideOf(policies[0]!.file, stays) : { before: 0, elsewhere: 0 },
  };
}

function groupedWith(compiled: CompiledCatalogue, stays: StayTable): Grouped {
  return { columns: groupColumns(compiled, stays), groups: compiled.groups };
}

/** The groups of a policy that pays by DIP; undefined for any other. */
function dipGroups(
  policy: Policy,
  { stays, readText }: Pick<Required<Part>, 'readText'> & { readonly stays: StayTable },
): Grouped | undefined {
  return policy.method === 'dip' && readText ? dipGrouping(stays, dipCatalogueOf(policy, readText)) : undefined;
}

/** Whether the policy, a method of its mix or a condition of its rules asks for the DRG of a stay. */
function groupsByDrg({ method, mix }: Policy): boolean {
  const asks = mix.some(({ when }) => when.some(({ column }) => column === 'mdc' || column === 'adrg' || column === 'drg'));
  return asks || method === 'drg_rate' || method === 'drg_points' || mix.some(rule => groupsByDrg(rule.policy));
}

/** Two policies of one place from one day on: which of them pays would be chance. */
function refuseSameDay(policies: readonly Payable[]): void {
  const met = new Map<string, PolicyFile>();
  for (const { file } of policies) {
    for (const place of placesOf(file).places) {
      const key = `${stemOf(place)} ${file.effective.from}`;
      const other = met.get(key);
      if (other) throw sameDay(file, other, place);
      met.set(key, file);
    }
  }
}

const sameDay = ({ file, effective: { from } }: PolicyFile, other: PolicyFile, place: string): UserError =>
  new UserError(
    'POLICY_INVALID',
    {
      zh: `${place} 从 ${from} 起有两个政策：${other.file} 和 ${file}`,
      en: `${place} has two policies from ${from} on: ${other.file} and ${file}`,
    },
    {
      at: file,
      hint: {
        zh: '只给其中一个，或改正 effective.from、insured_places。',
        en: 'Give one of them, or correct effective.from or insured_places.',
      },
    },
  );

const outsideOf = ({ leaves, effective }: PolicyFile, stays: StayTable): OutsideForce =>
  outsideForce(stays, {
    from: dayOf(effective.from)!,
    places: (leaves.get('insured_places')?.value as readonly string[] | null | undefined) ?? undefined,
  });

const placesOf = ({ region, leaves, effective }: PolicyFile): InForce => ({
  places: (leaves.get('insured_places')?.value as readonly string[] | undefined) ?? [region],
  from: dayOf(effective.from)!,
});
