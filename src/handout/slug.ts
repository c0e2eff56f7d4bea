/** ASCII names for files, folders and units. Pure. */

/** `Trung tâm Đào tạo, Huấn luyện` becomes `trung-tam-dao-tao-huan-luyen`; at most 60 characters. */
export const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
