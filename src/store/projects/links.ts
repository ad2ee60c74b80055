/** More than this no address line, messenger or mail carries unharmed; a file is the way then. */
export const longestLink = 32_000;

/** Whether the part of an address behind "#" is a project. */
export const isLink = (fragment: string): boolean => fragment.replace(/^#/, "").startsWith("project=");

/** Reading and writing links: packing and patches are wanted by few, so their code comes when it is asked for. */
export const loadLinks = () => import("./link");
