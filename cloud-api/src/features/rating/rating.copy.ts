/** Said after a rating, whatever its level. */
export const THANKS = '谢谢您的评价，我们会认真看每一条。';
