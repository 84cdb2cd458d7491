/** Why a web address is not to be published, and what to do about it; both are ends of a sentence about it. */
export interface Disguise {
  found: string;
  remedy: string;
}

/**
 * What hides where a web address leads: a user or a password in it, or a host that browsers read otherwise than readers.
 * `undefined` too for anything that is not an address with http: or https:.
 */
export function disguiseOf(address: string): Disguise | undefined {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return undefined;
  const { host, hostname } = new URL(address);
  const authority = /^https?:\/\/([^/?#]*)/i.exec(address)?.[1] ?? '';
  const written = decoded(authority);
  // For browsers the host ends at a backslash, for other programs it does not.
  if (written.includes('@') && !authority.includes('\\'))
    return {
      found: 'names a user before its host',
      remedy: `Delete what stands between // and @, with the @: readers would see it, and take it for the host instead of ${host}.`,
    };
  const [name = ''] = /^(\[.*\]|[^:]*)/.exec(written.toLowerCase()) ?? [];
  const isPlain = /^[a-z\d.[\]:-]+$/.test(name) ? name === hostname : /^[\p{L}\p{M}\p{N}.-]+$/u.test(name);
  if (isPlain && !name.split('.').some(mixesAlphabets)) return undefined;
  return {
    found: `has another host than it seems to have: ${host}`,
    remedy: `Write the host as browsers read it: https://${host}/.`,
  };
}

/** Whether a part of a host has Latin letters and others that look like them. */
function mixesAlphabets(label: string): boolean {
  return /\p{Script=Latin}/u.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(label);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
