/* A table of jobs with ncurses, 5,000 rows of nine columns, j and k move, q quits: what a small native program costs.
   Build: cc -O2 table.c -lncursesw -o table */
#include <curses.h>
#include <locale.h>
#include <stdio.h>

enum { COUNT = 5000 };
static char rows[COUNT][160];

int main(void) {
	static const char *statuses[] = {"Running", "Queuing", "Succeeded", "Failed", "EnvPreparing"};
	setlocale(LC_ALL, "");
	for (int i = 0; i < COUNT; i++) {
		snprintf(rows[i], sizeof rows[i], "%-13s dlc%013d train-llama-%-8d PyTorchJob %-8s %3d %3d %2dh%02d %2dh%02d",
			statuses[i * 3 % 5], i * 7919, i, "alice", i % 64, i % 8, i % 24, i * 7 % 60, i % 20, i * 11 % 60);
	}
	initscr();
	cbreak();
	noecho();
	curs_set(0);
	int at = 0, top = 0;
	for (int key = 0; key != 'q'; key = getch()) {
		int height = LINES - 2;
		at += key == 'j' && at < COUNT - 1 ? 1 : key == 'k' && at > 0 ? -1 : 0;
		top = at < top ? at : at >= top + height ? at - height + 1 : top;
		mvprintw(0, 0, "STATUS        JOB ID           NAME");
		for (int line = 0; line < height && top + line < COUNT; line++) {
			attrset(top + line == at ? A_REVERSE : A_NORMAL);
			mvaddstr(line + 1, 0, rows[top + line]);
			attrset(A_NORMAL);
			clrtoeol();
		}
		mvprintw(LINES - 1, 0, "READY %s", rows[at]);
		refresh();
	}
	endwin();
	return 0;
}
