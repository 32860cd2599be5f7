// A table of jobs with tview, 5,000 rows of nine columns, j and k move, q quits: what k9s and its like are made of.
// Build: GO111MODULE=off GOPATH=/usr/share/gocode go build table.go
package main

import (
	"fmt"

	"github.com/gdamore/tcell/v2"
	"github.com/rivo/tview"
)

func main() {
	statuses := []string{"Running", "Queuing", "Succeeded", "Failed", "EnvPreparing"}
	app := tview.NewApplication()
	table := tview.NewTable().SetSelectable(true, false).SetFixed(1, 0)
	for column, title := range []string{"STATUS", "JOB ID", "NAME", "TYPE", "USER", "GPU", "NODES", "AGE", "RUN"} {
		table.SetCell(0, column, tview.NewTableCell(title).SetSelectable(false))
	}
	for i := 0; i < 5000; i++ {
		cells := []string{statuses[i*3%5], fmt.Sprintf("dlc%013d", i*7919), fmt.Sprintf("train-llama-%d", i), "PyTorchJob", "alice",
			fmt.Sprint(i % 64), fmt.Sprint(i % 8), fmt.Sprintf("%dh%02d", i%24, i*7%60), fmt.Sprintf("%dh%02d", i%20, i*11%60)}
		for column, text := range cells {
			table.SetCell(i+1, column, tview.NewTableCell(text))
		}
	}
	foot := tview.NewTextView().SetText("READY")
	table.SetSelectionChangedFunc(func(row, _ int) { foot.SetText("READY " + table.GetCell(row, 1).Text) })
	table.SetInputCapture(func(event *tcell.EventKey) *tcell.EventKey {
		if event.Rune() == 'q' {
			app.Stop()
		}
		return event
	})
	layout := tview.NewFlex().SetDirection(tview.FlexRow).AddItem(table, 0, 1, true).AddItem(foot, 1, 0, false)
	if err := app.SetRoot(layout, true).Run(); err != nil {
		panic(err)
	}
}
