import { describe, expect, it } from 'vitest';
import { arc, lines, width } from './arcs';
import { colours, frame } from './classes';
import { hatch } from './hatch';
import { fitting, middle } from './names';
import { filled } from './words';

describe('arcs', () => {
  it('begin and end where the flow does', () => {
    const line = arc([16, 50], [17, 51]);
    expect(line[0]).toEqual([16, 50]);
    expect(line.at(-1)).toEqual([17, 51]);
    expect(line).toHaveLength(17);
  });
  it('there and back lie on two sides', () => {
    const there = arc([16, 50], [17, 50])[8];
    const back = arc([17, 50], [16, 50])[8];
    expect(there?.[1]).toBeLessThan(50);
    expect(back?.[1]).toBeGreaterThan(50);
  });
  it('the strongest is the widest, and none is thinner than a pixel', () => {
    expect(width(100, 100)).toBe(10);
    expect(width(1, 10000)).toBe(1);
    expect(width(25, 100)).toBe(5);
  });
  it('both directions share one scale', () => {
    const flow = (persons: number) => ({ code: 'a', name: 'A', persons, from: [16, 50] as [number, number], to: [17, 50] as [number, number] });
    expect(lines([flow(100)], [flow(25)]).map((line) => line.properties.width)).toEqual([10, 5]);
  });
});

describe('classes', () => {
  it('what has no class is clear', () => {
    expect(colours(['#111', '#222'])).toEqual(['match', ['get', 'class'], 1, '#111', 2, '#222', 'rgba(0,0,0,0)']);
  });
  it('nothing has no frame', () => {
    expect(frame([])).toBeUndefined();
    expect(frame([[16, 50], [15, 51]])).toEqual([15, 50, 16, 51]);
  });
});

describe('names', () => {
  it('no name lies on another or beyond the frame, the first is served first', () => {
    const names = [
      { name: 'Kalisz', x: 100, y: 50 },
      { name: 'Opatówek', x: 110, y: 55 },
      { name: 'Blizanów', x: 5, y: 20 },
      { name: 'Brzeziny', x: 100, y: 90 },
    ];
    expect(fitting(names, 200, 100).map(({ name }) => name)).toEqual(['Kalisz', 'Brzeziny']);
  });
  it('a name stands in the middle of the largest piece', () => {
    const square = (x: number, side: number): [number, number][] => [[x, 0], [x + side, 0], [x + side, side], [x, side], [x, 0]];
    expect(middle([[square(0, 1)], [square(10, 4)]])).toEqual({ at: [12, 2], area: 16 });
  });
});

describe('the hatch', () => {
  it('is a line of its own colour on the ground', () => {
    const { data } = hatch('#ffffff', '#102030');
    expect([...data.slice(0, 4)]).toEqual([16, 32, 48, 255]);
    expect([...data.slice(8, 12)]).toEqual([255, 255, 255, 255]);
  });
});

describe('words', () => {
  it('names that are not given stay', () => {
    expect(filled('[name]: [value]', { name: 'Walim' })).toBe('Walim: [value]');
  });
});
