import { kindOf } from './kinds.ts';

/** Of a page and of a picture. */
const mostBytes = 40 * 1024 * 1024;
const patience = 20_000;

/** A page of the web, with the address that it has in the end; or why there is none, as a sentence. */
export async function fetchedPage(
  address: string,
): Promise<{ bytes: Buffer; address: string; name: string } | { fault: string }> {
  const got = await fetchBounded(address);
  return 'fault' in got ? got : { ...got, name: address };
}

/** A page of the web; in place of one by this engine the whole of its story for programs, where that is there. */
export async function fetchedStory(address: string): ReturnType<typeof fetchedPage> {
  const page = await fetchedPage(address);
  if ('fault' in page) return page;
  const { jsonOfPage } = await import('./own-page.ts');
  const whole = jsonOfPage(page.bytes.toString('utf8'), page.address);
  const story = whole ? await fetchedPage(whole) : undefined;
  const isStory = story && 'bytes' in story && kindOf('', story.bytes.subarray(0, 16_384)) === 'broadsheet';
  return isStory ? { ...story, name: address } : page;
}

/** The bytes at an address; `undefined` where there are none that can be had. */
export async function fetchedBytes(address: string): Promise<Uint8Array | undefined> {
  const got = await fetchBounded(address);
  return 'fault' in got ? undefined : got.bytes;
}

async function fetchBounded(address: string): Promise<{ bytes: Buffer; address: string } | { fault: string }> {
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(patience),
      headers: { 'user-agent': 'broadsheet (import)', accept: 'text/html, application/xhtml+xml, */*' },
    });
    if (!response.ok || !response.body) return { fault: `${address} answers with ${response.status}.` };
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of response.body) {
      length += part.length;
      if (length > mostBytes) return { fault: `${address} has more than 40 MB.` };
      parts.push(part);
    }
    return { bytes: Buffer.concat(parts), address: response.url || address };
  } catch (error) {
    const { name, message, cause } = error as Error;
    const reason =
      name === 'TimeoutError' ? 'it took longer than 20 seconds' : cause instanceof Error ? cause.message : message;
    return { fault: `${address} cannot be fetched: ${reason}.` };
  }
}
