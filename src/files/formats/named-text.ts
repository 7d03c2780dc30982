/** One sheet as its reader hands it on: delimited text, named as inside its file; '' when the file has but one and no name for it. */
export type NamedText = { readonly name: string; readonly bytes: Uint8Array };
