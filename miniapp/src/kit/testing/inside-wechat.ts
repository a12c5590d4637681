/** The build replaces this by a constant; tests of the kit run as the mini-program does. */
process.env.TARO_ENV = 'weapp';
