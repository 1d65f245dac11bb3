"""The program as a person meets it: what is seen by its name, and worked with mouse and keys.

A page object has one method for each thing somebody does there. Widgets are found by what a screen reader calls
them, so that whatever a flow uses has a name; waiting is for what comes in sight.
"""
