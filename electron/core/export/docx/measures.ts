/** Units of a docx: lengths in twips, sizes of type in half points. */

const TWIPS_PER_MM = 1440 / 25.4;

export const twips = (millimetres: number) => Math.round(millimetres * TWIPS_PER_MM);
export const pointTwips = (points: number) => Math.round(points * 20);
export const halfPoints = (points: number) => Math.round(points * 2);
