// Where a token could be left behind: the page, its storage, the files that the desk keeps, the log among them.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';

/** A token betrays itself by its last part, too: a JWT's signature. */
function marksOf(tokens: Iterable<string>): readonly string[] {
  return [...tokens].flatMap((token) => [token, token.slice(token.lastIndexOf('.') + 1)]);
}

export async function expectNoTokenInPage(page: Page, tokens: Iterable<string>): Promise<void> {
  const storage = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]));
  const seen = (await page.content()) + storage;
  for (const mark of marksOf(tokens)) expect(seen.includes(mark), 'a token in the page').toBe(false);
}

/** @returns the files under `folder` in which one of the texts stands. */
export async function filesWith(folder: string, texts: Iterable<string>): Promise<readonly string[]> {
  const wanted = [...texts];
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (wanted.some((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))) found.push(path);
  }
  return found;
}

export async function expectNoTokenOnDisk(folder: string, tokens: Iterable<string>): Promise<void> {
  expect(await filesWith(folder, marksOf(tokens)), 'files with a token').toEqual([]);
}
