/** The class of the advisory locks by which workers show that they are there. */
export const PRESENCE_CLASS = 724_633;
