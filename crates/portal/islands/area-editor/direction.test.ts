import { describe, expect, it } from 'vitest';
import { isArrow, next } from './direction';

const middle = { x: 10, y: 10 };
const around = [
  { x: 10, y: 0 },
  { x: 20, y: 10 },
  { x: 10, y: 20 },
  { x: 0, y: 10 },
];

describe('arrow keys', () => {
  it('lead to the neighbour in their direction', () => {
    expect(next('ArrowUp', middle, around)).toBe(0);
    expect(next('ArrowRight', middle, around)).toBe(1);
    expect(next('ArrowDown', middle, around)).toBe(2);
    expect(next('ArrowLeft', middle, around)).toBe(3);
  });

  it('prefer what lies straight ahead to what is a little nearer beside', () => {
    expect(next('ArrowRight', middle, [{ x: 16, y: 14 }, { x: 20, y: 10 }])).toBe(1);
  });

  it('stay where nothing lies ahead', () => {
    expect(next('ArrowUp', { x: 10, y: -5 }, around)).toBe(-1);
    expect(next('ArrowUp', middle, [])).toBe(-1);
  });

  it('are only four', () => {
    expect(isArrow('ArrowUp')).toBe(true);
    expect(isArrow('Enter')).toBe(false);
  });
});
