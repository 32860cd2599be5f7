/* Shows the frames of a file, one more for each key, with ncurses: what a well-known writer needs for the same screens.
   A line `F` starts a frame, a line `R row column attributes colour text` puts text into it, `q` ends.
   Build: cc -O2 twin.c -lncursesw -o twin */
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

enum { MOST_LINES = 20000, LONGEST = 1024 };
static char lines[MOST_LINES][LONGEST];
static int count;

static int read_frames(const char *path) {
	FILE *file = fopen(path, "r");
	if (!file) {
		return 0;
	}
	while (count < MOST_LINES && fgets(lines[count], LONGEST, file)) {
		lines[count][strcspn(lines[count], "\n")] = 0;
		count++;
	}
	fclose(file);
	return count > 0;
}

static attr_t attributes_of(int bits) {
	return (bits & 1 ? A_BOLD : 0) | (bits & 2 ? A_DIM : 0) | (bits & 4 ? A_UNDERLINE : 0) | (bits & 8 ? A_REVERSE : 0);
}

static void put(const char *line) {
	int row, column, bits, color, start = 0;
	if (sscanf(line, "R %d %d %d %d%n", &row, &column, &bits, &color, &start) < 4 || !line[start]) {
		return;
	}
	attrset(attributes_of(bits) | (color < 0 ? 0 : COLOR_PAIR(color + 1)));
	mvaddstr(row, column, line + start + 1);
}

/* Draws the frame that starts at a line; returns where the next one starts. */
static int draw(int at) {
	erase();
	for (at++; at < count && lines[at][0] != 'F'; at++) {
		put(lines[at]);
	}
	refresh();
	return at;
}

int main(int argc, char **argv) {
	setlocale(LC_ALL, "");
	if (argc < 2 || !read_frames(argv[1])) {
		fprintf(stderr, "no frames\n");
		return 2;
	}
	initscr();
	cbreak();
	noecho();
	curs_set(0);
	start_color();
	use_default_colors();
	for (int color = 0; color < 16; color++) {
		init_pair(color + 1, color, -1);
	}
	int at = draw(0);
	while (getch() != 'q') {
		if (at < count) {
			at = draw(at);
		}
	}
	endwin();
	return 0;
}
