import { describe, expect, it } from 'vitest';
import { perCent, share } from './share';

describe('a share', () => {
  it('is read however people write it', () => {
    const cases: [string, number | undefined][] = [
      ['0.15', 15],
      ['0,15', 15],
      ['15 %', 15],
      ['2/3', 67],
      ['1', 100],
      ['15', undefined],
      ['', undefined],
      ['abc', undefined],
    ];
    for (const [typed, expected] of cases) expect(perCent(typed), typed).toBe(expected);
  });

  it('comes from the slider without a digit too much', () => {
    expect(share('15')).toBe('0.15');
    expect(share('7')).toBe('0.07');
    expect(share('100')).toBe('1');
  });
});
