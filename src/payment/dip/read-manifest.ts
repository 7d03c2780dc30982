/** The manifest of a DIP catalogue: what a payment must know of how it was built. */
import { Decimal } from '../../money.ts';
import { both } from '../../policy/mistakes.ts';
import type { DipCatalogue } from './catalogue.ts';
import { invalidTable } from './table.ts';

export function readManifest(text: string, file: string): Pick<DipCatalogue, 'id' | 'scale' | 'lastYear' | 'sources' | 'selfTest'> {
  const { id, years, parameters, sources, stamp } = objectOf(text, file);
  const scale = isObject(parameters) ? parameters.scale : undefined;
  const lastYear = Array.isArray(years) ? years.at(-1) : undefined;
  const known = Array.isArray(sources) && sources.every(source => isObject(source) && typeof source.sha256 === 'string');
  if (typeof id !== 'string' || typeof scale !== 'number' || scale <= 0 || typeof lastYear !== 'number' || !known) {
    throw invalidTable(file, 1, both('缺少 id、years、parameters.scale 或 sources', 'there is no id, years, parameters.scale or sources'));
  }
  return {
    id,
    scale: new Decimal(scale),
    lastYear,
    sources: sources.map((source: { readonly sha256: string }) => source.sha256),
    selfTest: typeof stamp === 'string',
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function objectOf(text: string, file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // said below, as for any other text that is no manifest
  }
  throw invalidTable(file, 1, both('不是 JSON 对象', 'is not a JSON object'));
}
