const names: Record<number, string> = {
  0x00ad: 'soft hyphen',
  0x200b: 'zero-width space',
  0x2028: 'line separator',
  0x2029: 'paragraph separator',
  0x202a: 'left-to-right embedding',
  0x202b: 'right-to-left embedding',
  0x202c: 'pop directional formatting',
  0x202d: 'left-to-right override',
  0x202e: 'right-to-left override',
  0x2060: 'word joiner',
  0x2066: 'left-to-right isolate',
  0x2067: 'right-to-left isolate',
  0x2068: 'first strong isolate',
  0x2069: 'pop directional isolate',
  0xfeff: 'byte order mark',
  0xfffd: 'replacement character, left by a broken conversion',
};

// Joiners and the plain direction marks stay: Persian, Hindi and emoji are written with them.
const unwanted =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffd]/;

/** The first character that a reader cannot see and that turns, breaks or hides text; `undefined` when there is none. */
export function invisibleCharacter(text: string): { index: number; name: string } | undefined {
  const index = text.search(unwanted);
  if (index < 0) return undefined;
  const point = text.charCodeAt(index);
  const number = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  return { index, name: `${number} (${names[point] ?? 'control character'})` };
}
