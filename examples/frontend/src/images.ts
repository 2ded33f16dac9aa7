import type { ImageShape, RenditionSets, RenditionShape } from "@univercity-bochum/client";

/** Widths of the places in this design where a set of renditions stands. */
const SIZES: Partial<Record<keyof RenditionSets, string>> = {
  hero: "100vw",
  card: "(min-width: 48rem) 24rem, 100vw",
  inline: "(min-width: 48rem) 46rem, 100vw",
  half: "(min-width: 48rem) 30rem, 100vw",
  tile: "(min-width: 48rem) 24rem, 100vw",
  logo: "12.5rem",
  portrait: "10rem",
};

export interface Source {
  type: string;
  srcset: string;
}

/** What a `picture` element needs to show an image in one of its sets. */
export interface Picture {
  sources: Source[];
  fallback: RenditionShape;
  sizes: string;
}

/** Return the picture of a set, or nothing where the API offers the image in other sets only. */
export function pictureOf(image: ImageShape, set: keyof RenditionSets): Picture | undefined {
  const renditions = image.renditions[set] ?? image.renditions.original;
  const byType = new Map<string, RenditionShape[]>();
  for (const rendition of renditions) {
    byType.set(rendition.type, [...(byType.get(rendition.type) ?? []), rendition]);
  }
  const fallback = [...byType.values()].at(-1)?.[0];
  if (!fallback) return undefined;
  const sources = [...byType].map(([type, sizes]) => ({
    type,
    srcset: sizes.map(({ src, width }) => `${src} ${width}w`).join(", "),
  }));
  return { sources, fallback, sizes: SIZES[set] ?? "100vw" };
}
