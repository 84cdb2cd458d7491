/** Tells why a command does nothing. @returns `false`, as the command does then */
export function refuse(text: string): false {
  console.error(text);
  return false;
}
