import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** axe for a page without frames: it needs no second page to put its findings together. */
export function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode();
}
