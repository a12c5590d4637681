/**
 * The short list of who may ask whom inside the server. A feature not named here talks to others by events alone;
 * one that is may import the named public file of a neighbour. The list has no circle; a test looks.
 * Feature → files below cloud-api/src/features.
 */
export const NEIGHBOURS: Record<string, readonly string[]> = {};
