import { numberIn } from '../../newsroom/numerals.ts';

/** A file of a printed edition or an article that the desk has made, to be taken away. */
export interface TakeawayFile {
  /** Ends in "-a4.pdf", "-letter.pdf" or ".epub". */
  name: string;
  /** In bytes. */
  size: number;
}

/**
 * Links to such files, with their kind and their size in words.
 * @param address of the page that they lie beside
 */
export function takeawayLinks(
  files: readonly TakeawayFile[],
  address: string,
  language: string,
): { label: string; name: string; href: string }[] {
  return files.map(({ name, size }) => ({
    label: kindOfFile(name),
    name: `${numberIn(Math.ceil(size / 1000), language)} kB`,
    href: address + name,
  }));
}

/** "PDF, A4"; "EPUB". */
function kindOfFile(name: string): string {
  if (name.endsWith('.epub')) return 'EPUB';
  return name.endsWith('-letter.pdf') ? 'PDF, Letter' : 'PDF, A4';
}
