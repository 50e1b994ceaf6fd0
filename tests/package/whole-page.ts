/** How the whole page ends: the licences of what is bundled stand behind the document. */
export const PAGE_END = /<\/html>\n<!--[^]*-->$/
