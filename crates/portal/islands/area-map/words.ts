// Sentences come from the page with names in square brackets.

/** Fills names in; one that is not given stays as it is. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\[(\w+)\]/g, (whole, name: string) => values[name] ?? whole);
}
