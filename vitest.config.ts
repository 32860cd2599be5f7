import { defineConfig } from 'vitest/config';

export default defineConfig({
	oxc: { jsx: { development: false } },
	test: {
		pool: 'forks',
		testTimeout: 30_000,
		hookTimeout: 30_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'rooms',
					include: ['test/**/*.test.{ts,tsx}'],
					exclude: ['test/e2e/**', 'test/soak/**'],
					// Nothing there changes a module or a global, and loading React anew for each file takes longer than most tests.
					isolate: false,
					env: {
						// React as it ships: its development build takes longer for a frame.
						NODE_ENV: 'production',
						// The terminal of a drawing has no rows; without these Ink starts `tput` at every frame to learn of some.
						COLUMNS: '100',
						LINES: '30',
						// The drawings that are kept as text hold local times.
						TZ: 'UTC',
					},
				},
			},
			{
				extends: true,
				test: {
					name: 'whole',
					include: ['test/e2e/*.test.ts'],
					globalSetup: 'test/support/built.ts',
					// They wait for other processes most of the time.
					maxWorkers: 2,
					sequence: { groupOrder: 1 },
				},
			},
			{
				extends: true,
				test: { name: 'soak', include: ['test/soak/*.test.ts'], globalSetup: 'test/support/built.ts' },
			},
		],
	},
});
