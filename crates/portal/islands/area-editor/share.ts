// A share in a field and on a slider of whole per cent: the field keeps what was typed, the slider stands where that is.

/** Where a slider of per cent stands for what was typed: `0.15`, `0,15`, `15 %`, `2/3`; undefined for what is no share. */
export function perCent(typed: string): number | undefined {
  const plain = typed.replace(/\s/g, '').replace(',', '.');
  const share = plain.endsWith('%') ? number(plain.slice(0, -1)) / 100 : fraction(plain);
  return share >= 0 && share <= 1 ? Math.round(share * 100) : undefined;
}

/** What the field shows for a slider: `0.15`. */
export function share(onSlider: string): string {
  return String(number(onSlider) / 100);
}

function number(text: string): number {
  return text === '' ? Number.NaN : Number(text);
}

function fraction(text: string): number {
  const [above, below] = text.split('/');
  return below === undefined ? number(text) : number(above ?? '') / number(below);
}
