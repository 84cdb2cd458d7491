/**
 * What stands in remedies for examples that only the desk can give: the present time in the paper's zone, an hour later,
 * the day by date and by path, and an id that no article has.
 */
export const now = '⟨now⟩';
export const later = '⟨later⟩';
export const today = '⟨today⟩';
export const onDay = '⟨year/month/day⟩';
export const unused = '⟨id⟩';
