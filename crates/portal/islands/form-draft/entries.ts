// What stands in a form, as names with texts, and what of it changed.

/** Texts by the name of their entry; an entry may have several. */
export type Entries = Map<string, string[]>;

/** The texts of a form; files are left out, a draft does not carry them. */
export function entriesOf(data: Iterable<[string, FormDataEntryValue]>): Entries {
  const entries: Entries = new Map();
  for (const [name, value] of data) {
    if (typeof value !== 'string') continue;
    entries.set(name, [...(entries.get(name) ?? []), value]);
  }
  return entries;
}

/** The entries that differ; one that is gone is sent empty. */
export function changed(before: Entries, now: Entries): Entries {
  const differing: Entries = new Map();
  for (const [name, texts] of now) {
    const old = before.get(name);
    const isSame = old !== undefined && old.length === texts.length && old.every((text, place) => text === texts[place]);
    if (!isSame) differing.set(name, texts);
  }
  for (const name of before.keys()) if (!now.has(name)) differing.set(name, ['']);
  return differing;
}

/** The entries as forms send them. */
export function written(entries: Entries): URLSearchParams {
  const pairs = [...entries].flatMap(([name, texts]) => texts.map((text): [string, string] => [name, text]));
  return new URLSearchParams(pairs);
}
