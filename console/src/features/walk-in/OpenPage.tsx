export const OpenPage = () => null;
