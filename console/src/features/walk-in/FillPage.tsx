export const FillPage = () => null;
