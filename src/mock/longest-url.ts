/** Characters that the service reads of a URL, whether it comes on a connection of its own or in a body. */
export const longestUrl = 64 * 1024;
