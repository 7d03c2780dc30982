/** The public door of the grouper: tables -> catalogue -> compiled catalogue -> groups of cases, with their evidence. */
export type { Case, CaseColumns, CodeLists } from './cases.ts';
export type { AdrgKind, Catalogue } from './catalogue.ts';
export { CatalogueError } from './catalogue-error.ts';
export { compileCatalogue } from './compile.ts';
export type { CompiledCatalogue, CompiledRow } from './compiled.ts';
export { type CatalogueCounts, countsOf } from './counts.ts';
export { columnsOf, type GroupedCase, groupCase } from './group-case.ts';
export { groupColumns } from './group-columns.ts';
export { type Irregularity, type IrregularityKind, irregularitiesOf } from './irregularities.ts';
export { type CatalogueSource, readCatalogue } from './read-catalogue.ts';
export { type Group, type GroupColumns, NO_DECIDER, NO_ROW, type Severity, severities } from './result.ts';
export { decodeSnapshot, encodeSnapshot, SnapshotError } from './snapshot.ts';
export type { AdrgStep, Check, ComplicationStep, DrgStep, MdcStep, Trace } from './trace.ts';
export { traceCase } from './trace-case.ts';
