/** The variable that names the settings file, where no flag does. */
export const configVariable = 'DLCTOP_CONFIG';

/** The variable that makes a demo's time run faster, and how much at most. */
export const speedVariable = 'DLCTOP_DEMO_SPEED';
export const mostSpeed = 1000;
