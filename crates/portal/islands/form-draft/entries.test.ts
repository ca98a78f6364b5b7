import { describe, expect, it } from 'vitest';

import { changed, entriesOf, written } from './entries';

describe('entries of a form', () => {
  it('keeps several texts of one entry in their order and leaves files out', () => {
    const data: [string, FormDataEntryValue][] = [['kinds', ''], ['kinds', 'board'], ['title.pl', 'Rada'], ['file', new File([], 'a')]];

    expect([...entriesOf(data)]).toEqual([['kinds', ['', 'board']], ['title.pl', ['Rada']]]);
  });

  it('finds what changed, what is new and what is gone', () => {
    const before = new Map([['a', ['1']], ['b', ['x', 'y']], ['c', ['old']]]);
    const now = new Map([['a', ['1']], ['b', ['x']], ['d', ['new']]]);

    expect([...changed(before, now)]).toEqual([['b', ['x']], ['d', ['new']], ['c', ['']]]);
    expect(changed(now, now).size).toBe(0);
  });

  it('writes entries as forms do', () => {
    expect(written(new Map([['t.pl', ['zażółć & jaźń']], ['k', ['a', 'b']]])).toString()).toBe('t.pl=za%C5%BC%C3%B3%C5%82%C4%87+%26+ja%C5%BA%C5%84&k=a&k=b');
  });
});
