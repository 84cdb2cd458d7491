import { isLanguageTag } from '../newsroom/language.ts';

/** The tag of a language (BCP 47) that an article can have, as others write it ("en_US"); `undefined` where it is none. */
export function languageSaid(text: string): string | undefined {
  const tag = text.trim().replaceAll('_', '-').replace(/-+$/, '');
  return /^[a-z]{2,3}(?:-|$)/i.test(tag) && isLanguageTag(tag) ? tag : undefined;
}
