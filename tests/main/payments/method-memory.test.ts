// The learned update method of each server, from one start to the next.
import { describe, expect, it } from 'vitest';
import { createMethodMemory } from '../../../src/main/payments/method-memory.ts';
import { memoryFile } from '../store/support/open-desk.ts';

const at = (base: string, practice = false) => ({ practice, server: { origin: base, base, exposed: false } });
const SHOP = at('https://shop.example');

describe('the update method', () => {
  it('is kept for its server, beside those of others', () => {
    const file = memoryFile();
    createMethodMemory(file, SHOP).save('PUT-whole');
    createMethodMemory(file, at('https://other.example')).save('POST');
    expect(file.read().updateMethods).toEqual({ 'https://shop.example': 'PUT-whole', 'https://other.example': 'POST' });
    expect(createMethodMemory(file, SHOP).read()).toBe('PUT-whole');
    expect(createMethodMemory(file, at('https://third.example')).read()).toBeNull();
  });

  it('is written once, not with every mark', () => {
    const file = memoryFile();
    let writes = 0;
    const save: typeof file.save = (change) => {
      writes += 1;
      return file.save(change);
    };
    const memory = createMethodMemory({ ...file, save }, SHOP);
    for (const method of ['PATCH', 'PATCH', 'PATCH', 'PUT'] as const) memory.save(method);
    expect(writes).toBe(2);
    expect(memory.read()).toBe('PUT');
  });

  it.each(['DELETE', '', 'patch'])('is none where the file holds %j', (kept) => {
    const file = memoryFile();
    file.save({ updateMethods: { 'https://shop.example': kept } });
    expect(createMethodMemory(file, SHOP).read()).toBeNull();
  });

  it('of the practice store is neither read from the file nor written to it', () => {
    const file = memoryFile();
    file.save({ updateMethods: { 'https://practice.invalid': 'POST' } });
    const memory = createMethodMemory(file, at('https://practice.invalid', true));
    expect(memory.read()).toBeNull();
    memory.save('PATCH');
    expect(memory.read()).toBe('PATCH');
    expect(file.read().updateMethods).toEqual({ 'https://practice.invalid': 'POST' });
  });
});
