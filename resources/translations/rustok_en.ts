<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActivityModel</name>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s)</source>
        <translation>
            <numerusform>%Ln thing</numerusform>
            <numerusform>%Ln things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s)</source>
        <translation>
            <numerusform>%Ln field</numerusform>
            <numerusform>%Ln fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message numerus="yes">
        <source>change(s) missing from lists and search.</source>
        <translation>
            <numerusform>change missing from lists and search.</numerusform>
            <numerusform>changes missing from lists and search.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>import(s) stopped half-way. What was written is kept.</source>
        <translation>
            <numerusform>import stopped half-way. What was written is kept.</numerusform>
            <numerusform>imports stopped half-way. What was written is kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>product(s) sold out: nothing left in stock.</source>
        <translation>
            <numerusform>product sold out: nothing left in stock.</numerusform>
            <numerusform>products sold out: nothing left in stock.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>product(s) nearly sold out.</source>
        <translation>
            <numerusform>product nearly sold out.</numerusform>
            <numerusform>products nearly sold out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>product(s) with edits typed but not yet saved.</source>
        <translation>
            <numerusform>product with edits typed but not yet saved.</numerusform>
            <numerusform>products with edits typed but not yet saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>product(s) still in draft, not yet on sale.</source>
        <translation>
            <numerusform>product still in draft, not yet on sale.</numerusform>
            <numerusform>products still in draft, not yet on sale.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkActs</name>
    <message numerus="yes">
        <source>%Ln product(s) published</source>
        <translation>
            <numerusform>%Ln product published</numerusform>
            <numerusform>%Ln products published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) taken back to draft</source>
        <translation>
            <numerusform>%Ln product taken back to draft</numerusform>
            <numerusform>%Ln products taken back to draft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) moved to the trash</source>
        <translation>
            <numerusform>%Ln product moved to the trash</numerusform>
            <numerusform>%Ln products moved to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) brought back from the trash</source>
        <translation>
            <numerusform>%Ln product brought back from the trash</numerusform>
            <numerusform>%Ln products brought back from the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) stayed as they were</source>
        <translation>
            <numerusform>%Ln product stayed as they were</numerusform>
            <numerusform>%Ln products stayed as they were</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkEditDialog</name>
    <message numerus="yes">
        <source>Change %Ln product(s)</source>
        <translation>
            <numerusform>Change %Ln product</numerusform>
            <numerusform>Change %Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) change</source>
        <translation>
            <numerusform>%Ln product changes</numerusform>
            <numerusform>%Ln products change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay(s) as they are</source>
        <translation>
            <numerusform>%Ln stays as it is</numerusform>
            <numerusform>%Ln stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be changed</source>
        <translation>
            <numerusform>%Ln cannot be changed</numerusform>
            <numerusform>%Ln cannot be changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit %Ln product(s)</source>
        <translation>
            <numerusform>Edit %Ln product</numerusform>
            <numerusform>Edit %Ln products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkMenu</name>
    <message numerus="yes">
        <source>Edit %Ln product(s)…</source>
        <translation>
            <numerusform>Edit %Ln product…</numerusform>
            <numerusform>Edit %Ln products…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish %Ln product(s)</source>
        <translation>
            <numerusform>Publish %Ln product</numerusform>
            <numerusform>Publish %Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unpublish %Ln product(s)</source>
        <translation>
            <numerusform>Unpublish %Ln product</numerusform>
            <numerusform>Unpublish %Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print labels of %Ln product(s)…</source>
        <translation>
            <numerusform>Print labels of %Ln product…</numerusform>
            <numerusform>Print labels of %Ln products…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln product(s) into a price list…</source>
        <translation>
            <numerusform>Put %Ln product into a price list…</numerusform>
            <numerusform>Put %Ln products into a price list…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln product(s) to trash</source>
        <translation>
            <numerusform>Move %Ln product to trash</numerusform>
            <numerusform>Move %Ln products to trash</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CategoryPanel</name>
    <message numerus="yes">
        <source>%Ln product(s) taken out of the category</source>
        <translation>
            <numerusform>%Ln product taken out of the category</numerusform>
            <numerusform>%Ln products taken out of the category</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CategoryTreePane</name>
    <message numerus="yes">
        <source>%Ln group(s) below it moved up</source>
        <translation>
            <numerusform>%Ln group below it moved up</numerusform>
            <numerusform>%Ln groups below it moved up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) without it now</source>
        <translation>
            <numerusform>%Ln product without it now</numerusform>
            <numerusform>%Ln products without it now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectionsPage</name>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) in this collection</source>
        <translation>
            <numerusform>%Ln product in this collection</numerusform>
            <numerusform>%Ln products in this collection</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message numerus="yes">
        <source>%Ln more product(s) belong here; they follow with the next search.</source>
        <translation>
            <numerusform>%Ln more product belongs here; it follows with the next search.</numerusform>
            <numerusform>%Ln more products belong here; they follow with the next search.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln published product(s) among the others would leave the shop.</source>
        <translation>
            <numerusform>%Ln published product among the others would leave the shop.</numerusform>
            <numerusform>%Ln published products among the others would leave the shop.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictBand</name>
    <message numerus="yes">
        <source>Saved by somebody else meanwhile: %n field(s) you changed too</source>
        <translation>
            <numerusform>Saved by somebody else meanwhile: %n field you changed too</numerusform>
            <numerusform>Saved by somebody else meanwhile: %n fields you changed too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContentImportPage</name>
    <message numerus="yes">
        <source>%Ln item(s) imported.</source>
        <translation>
            <numerusform>%Ln item imported.</numerusform>
            <numerusform>%Ln items imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %Ln item(s) were imported and kept.</source>
        <translation>
            <numerusform>Stopped: %Ln item was imported and kept.</numerusform>
            <numerusform>Stopped: %Ln items were imported and kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out.</source>
        <translation>
            <numerusform>%Ln left out.</numerusform>
            <numerusform>%Ln left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) written to %1.</source>
        <translation>
            <numerusform>%Ln item written to %1.</numerusform>
            <numerusform>%Ln items written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln item(s)</source>
        <translation>
            <numerusform>Import %Ln item</numerusform>
            <numerusform>Import %Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountingView</name>
    <message numerus="yes">
        <source>%Ln article(s) counted</source>
        <translation>
            <numerusform>%Ln article counted</numerusform>
            <numerusform>%Ln articles counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln difference</numerusform>
            <numerusform>%Ln differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not counted yet</source>
        <translation>
            <numerusform>%Ln not counted yet</numerusform>
            <numerusform>%Ln not counted yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set what nobody counted to zero: %Ln article(s)</source>
        <translation>
            <numerusform>Set what nobody counted to zero: %Ln article</numerusform>
            <numerusform>Set what nobody counted to zero: %Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message numerus="yes">
        <source>Show %Ln more line(s)</source>
        <translation>
            <numerusform>Show %Ln more line</numerusform>
            <numerusform>Show %Ln more lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) alike</source>
        <translation>
            <numerusform>%Ln line alike</numerusform>
            <numerusform>%Ln lines alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message numerus="yes">
        <source>%Ln product(s) moved to the trash</source>
        <translation>
            <numerusform>%Ln product moved to the trash</numerusform>
            <numerusform>%Ln products moved to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %Ln product(s) will not be shown as duplicates again</source>
        <translation>
            <numerusform>This %Ln product will not be shown as a duplicate again</numerusform>
            <numerusform>These %Ln products will not be shown as duplicates again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) looked at</source>
        <translation>
            <numerusform>%Ln product looked at</numerusform>
            <numerusform>%Ln products looked at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditorHeader</name>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n variant</numerusform>
            <numerusform>%n variants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved</source>
        <translation>
            <numerusform>%n unsaved</numerusform>
            <numerusform>%n unsaved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyColumnBand</name>
    <message numerus="yes">
        <source>Column “%1” is present and empty: %Ln value(s) of the shop will be erased</source>
        <translation>
            <numerusform>Column “%1” is present and empty: %Ln value of the shop will be erased</numerusform>
            <numerusform>Column “%1” is present and empty: %Ln values of the shop will be erased</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column “%1” is present and empty: %Ln value(s) of the shop are kept</source>
        <translation>
            <numerusform>Column “%1” is present and empty: %Ln value of the shop are kept</numerusform>
            <numerusform>Column “%1” is present and empty: %Ln values of the shop are kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormulaBar</name>
    <message numerus="yes">
        <source>Apply to %Ln</source>
        <translation>
            <numerusform>Apply to %Ln</numerusform>
            <numerusform>Apply to %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left as they are</source>
        <translation>
            <numerusform>%Ln left as they are</numerusform>
            <numerusform>%Ln left as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryTableModel</name>
    <message numerus="yes">
        <source>and %Ln more field(s)</source>
        <translation>
            <numerusform>and %Ln more field</numerusform>
            <numerusform>and %Ln more fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>The index is rebuilt: %Ln product(s)</source>
        <translation>
            <numerusform>The index is rebuilt: %Ln product</numerusform>
            <numerusform>The index is rebuilt: %Ln products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>Import %Ln product(s)</source>
        <translation>
            <numerusform>Import %Ln product</numerusform>
            <numerusform>Import %Ln products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelPage</name>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln variant(s) have no barcode or SKU</source>
        <translation>
            <numerusform>%Ln variant have no barcode or SKU</numerusform>
            <numerusform>%Ln variants have no barcode or SKU</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListFormulaBar</name>
    <message numerus="yes">
        <source>Set %Ln price(s)</source>
        <translation>
            <numerusform>Set %Ln price</numerusform>
            <numerusform>Set %Ln prices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without the amount it starts from</source>
        <translation>
            <numerusform>%Ln without the amount it starts from</numerusform>
            <numerusform>%Ln without the amount it starts from</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln would be below zero, so nothing can be set</source>
        <translation>
            <numerusform>%Ln would be below zero, so nothing can be set</numerusform>
            <numerusform>%Ln would be below zero, so nothing can be set</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen product(s)</source>
        <translation>
            <numerusform>%Ln chosen product</numerusform>
            <numerusform>%Ln chosen products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPriceActs</name>
    <message numerus="yes">
        <source>%Ln price(s) taken out of the list</source>
        <translation>
            <numerusform>%Ln price taken out of the list</numerusform>
            <numerusform>%Ln prices taken out of the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln price(s) set</source>
        <translation>
            <numerusform>%Ln price set</numerusform>
            <numerusform>%Ln prices set</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkdownEditor</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min to read</source>
        <translation>
            <numerusform>%Ln min to read</numerusform>
            <numerusform>%Ln min to read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln broken link(s)</source>
        <translation>
            <numerusform>%Ln broken link</numerusform>
            <numerusform>%Ln broken links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MediaDetails</name>
    <message numerus="yes">
        <source>%Ln frame(s)</source>
        <translation>
            <numerusform>%Ln frame</numerusform>
            <numerusform>%Ln frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more product(s)</source>
        <translation>
            <numerusform>and %Ln more product</numerusform>
            <numerusform>and %Ln more products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MediaPage</name>
    <message numerus="yes">
        <source>%Ln picture(s) added</source>
        <translation>
            <numerusform>%Ln picture added</numerusform>
            <numerusform>%Ln pictures added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) already here</source>
        <translation>
            <numerusform>%Ln picture already here</numerusform>
            <numerusform>%Ln pictures already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) that nothing uses, added more than a day ago.</source>
        <translation>
            <numerusform>%Ln picture that nothing uses, added more than a day ago.</numerusform>
            <numerusform>%Ln pictures that nothing uses, added more than a day ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln leftover file(s).</source>
        <translation>
            <numerusform>%Ln leftover file.</numerusform>
            <numerusform>%Ln leftover files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) removed</source>
        <translation>
            <numerusform>%Ln picture removed</numerusform>
            <numerusform>%Ln pictures removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberActs</name>
    <message numerus="yes">
        <source>%Ln product(s) taken out of the collection</source>
        <translation>
            <numerusform>%Ln product taken out of the collection</numerusform>
            <numerusform>%Ln products taken out of the collection</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MenuActs</name>
    <message numerus="yes">
        <source>%Ln item(s) below it went along</source>
        <translation>
            <numerusform>%Ln item below it went along</numerusform>
            <numerusform>%Ln items below it went along</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MenusPage</name>
    <message numerus="yes">
        <source>%Ln broken link(s)</source>
        <translation>
            <numerusform>%Ln broken link</numerusform>
            <numerusform>%Ln broken links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModerationPage</name>
    <message numerus="yes">
        <source>%Ln approved</source>
        <translation>
            <numerusform>%Ln approved</numerusform>
            <numerusform>%Ln approved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln rejected</numerusform>
            <numerusform>%Ln rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <translation>
            <numerusform>%Ln hidden</numerusform>
            <numerusform>%Ln hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved to the trash</source>
        <translation>
            <numerusform>%Ln moved to the trash</numerusform>
            <numerusform>%Ln moved to the trash</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OptionsBar</name>
    <message numerus="yes">
        <source>Add %n missing variant(s)</source>
        <translation>
            <numerusform>Add %n missing variant</numerusform>
            <numerusform>Add %n missing variants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n variant</numerusform>
            <numerusform>%n variants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanDelegate</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PriceDialog</name>
    <message numerus="yes">
        <source>Change %Ln price(s)</source>
        <translation>
            <numerusform>Change %Ln price</numerusform>
            <numerusform>Change %Ln prices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln variant(s) change</source>
        <translation>
            <numerusform>%Ln variant change</numerusform>
            <numerusform>%Ln variants change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln product(s)</source>
        <translation>
            <numerusform>in %Ln product</numerusform>
            <numerusform>in %Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left as they are</source>
        <translation>
            <numerusform>%Ln left as they are</numerusform>
            <numerusform>%Ln left as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln would break a rule, so nothing can be changed</source>
        <translation>
            <numerusform>%Ln would break a rule, so nothing can be changed</numerusform>
            <numerusform>%Ln would break a rule, so nothing can be changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change prices of %Ln product(s)</source>
        <translation>
            <numerusform>Change prices of %Ln product</numerusform>
            <numerusform>Change prices of %Ln products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PriceListsPage</name>
    <message numerus="yes">
        <source>%Ln price(s)</source>
        <translation>
            <numerusform>%Ln price</numerusform>
            <numerusform>%Ln prices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) chosen.</source>
        <translation>
            <numerusform>%Ln product chosen.</numerusform>
            <numerusform>%Ln products chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProductListPane</name>
    <message numerus="yes">
        <source>%n demo product(s) added</source>
        <translation>
            <numerusform>%n demo product added</numerusform>
            <numerusform>%n demo products added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProductPage</name>
    <message numerus="yes">
        <source>Unsaved edits of %n product(s) were kept</source>
        <translation>
            <numerusform>Unsaved edits of %n product were kept</numerusform>
            <numerusform>Unsaved edits of %n products were kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s) changed</source>
        <translation>
            <numerusform>%Ln product changed</numerusform>
            <numerusform>%Ln products changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln price(s) changed</source>
        <translation>
            <numerusform>%Ln price changed</numerusform>
            <numerusform>%Ln prices changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressStep</name>
    <message numerus="yes">
        <source>about %Ln second(s) left</source>
        <translation>
            <numerusform>about %Ln second left</numerusform>
            <numerusform>about %Ln seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RedirectsPage</name>
    <message numerus="yes">
        <source>%Ln address(es) lead nowhere now</source>
        <translation>
            <numerusform>%Ln address leads nowhere now</numerusform>
            <numerusform>%Ln addresses lead nowhere now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message numerus="yes">
        <source>%Ln cell(s) or row(s) were left out; the file of rejected rows says why.</source>
        <translation>
            <numerusform>%Ln cell or row were left out; the file of rejected rows says why.</numerusform>
            <numerusform>%Ln cells or rows were left out; the file of rejected rows says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewStep</name>
    <message numerus="yes">
        <source>products, %Ln variant(s)</source>
        <translation>
            <numerusform>products, %Ln variant</numerusform>
            <numerusform>products, %Ln variants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>products, %Ln field(s)</source>
        <translation>
            <numerusform>products, %Ln field</numerusform>
            <numerusform>products, %Ln fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) in the file</source>
        <translation>
            <numerusform>%Ln problem in the file</numerusform>
            <numerusform>%Ln problems in the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a suggestion</source>
        <translation>
            <numerusform>%Ln with a suggestion</numerusform>
            <numerusform>%Ln with a suggestion</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use all %Ln suggestion(s)</source>
        <translation>
            <numerusform>Use the suggestion</numerusform>
            <numerusform>Use all %Ln suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln mend(s) back</source>
        <translation>
            <numerusform>Take %Ln mend back</numerusform>
            <numerusform>Take %Ln mends back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulePreviewTeller</name>
    <message numerus="yes">
        <source>%Ln product(s) answer this rule now</source>
        <translation>
            <numerusform>%Ln product answers this rule now</numerusform>
            <numerusform>%Ln products answer this rule now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%Ln changes</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepTexts</name>
    <message numerus="yes">
        <source>Change {field} of %Ln product(s)</source>
        <translation>
            <numerusform>Change {field} of %Ln product</numerusform>
            <numerusform>Change {field} of %Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import of %file (%Ln product(s))</source>
        <translation>
            <numerusform>Import of %file (%Ln product)</numerusform>
            <numerusform>Import of %file (%Ln products)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %Ln product(s)</source>
        <translation>
            <numerusform>Create %Ln product</numerusform>
            <numerusform>Create %Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish %Ln product(s)</source>
        <translation>
            <numerusform>Publish %Ln product</numerusform>
            <numerusform>Publish %Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unpublish %Ln product(s)</source>
        <translation>
            <numerusform>Unpublish %Ln product</numerusform>
            <numerusform>Unpublish %Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln product(s) to the trash</source>
        <translation>
            <numerusform>Move %Ln product to the trash</numerusform>
            <numerusform>Move %Ln products to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln product(s)</source>
        <translation>
            <numerusform>Restore %Ln product</numerusform>
            <numerusform>Restore %Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Adjust stock of %Ln product(s)</source>
        <translation>
            <numerusform>Adjust stock of %Ln product</numerusform>
            <numerusform>Adjust stock of %Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change low-stock threshold of %Ln product(s)</source>
        <translation>
            <numerusform>Change low-stock threshold of %Ln product</numerusform>
            <numerusform>Change low-stock threshold of %Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln product(s)</source>
        <translation>
            <numerusform>Change %Ln product</numerusform>
            <numerusform>Change %Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln tag(s)</source>
        <translation>
            <numerusform>Remove %Ln tag</numerusform>
            <numerusform>Remove %Ln tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import of %file (%Ln item(s))</source>
        <translation>
            <numerusform>Import of %file (%Ln item)</numerusform>
            <numerusform>Import of %file (%Ln items)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Upload %Ln picture(s)</source>
        <translation>
            <numerusform>Upload %Ln picture</numerusform>
            <numerusform>Upload %Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln picture(s)</source>
        <translation>
            <numerusform>Delete %Ln picture</numerusform>
            <numerusform>Delete %Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln thing(s)</source>
        <translation>
            <numerusform>Change %Ln thing</numerusform>
            <numerusform>Change %Ln things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %Ln comment(s)</source>
        <translation>
            <numerusform>Approve %Ln comment</numerusform>
            <numerusform>Approve %Ln comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %Ln comment(s)</source>
        <translation>
            <numerusform>Reject %Ln comment</numerusform>
            <numerusform>Reject %Ln comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hide %Ln comment(s)</source>
        <translation>
            <numerusform>Hide %Ln comment</numerusform>
            <numerusform>Hide %Ln comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moderate %Ln comment(s)</source>
        <translation>
            <numerusform>Moderate %Ln comment</numerusform>
            <numerusform>Moderate %Ln comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StocktakeController</name>
    <message numerus="yes">
        <source>%Ln article(s) corrected</source>
        <translation>
            <numerusform>%Ln article corrected</numerusform>
            <numerusform>%Ln articles corrected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln counted article(s) will be forgotten. Stock stays as it is.</source>
        <translation>
            <numerusform>%Ln counted article will be forgotten. Stock stays as it is.</numerusform>
            <numerusform>%Ln counted articles will be forgotten. Stock stays as it is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagsPane</name>
    <message numerus="yes">
        <source>%Ln product(s) changed</source>
        <translation>
            <numerusform>%Ln product changed</numerusform>
            <numerusform>%Ln products changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln unused tag(s)?</source>
        <translation>
            <numerusform>Remove %Ln unused tag?</numerusform>
            <numerusform>Remove %Ln unused tags?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unused tag(s) removed</source>
        <translation>
            <numerusform>%Ln unused tag removed</numerusform>
            <numerusform>%Ln unused tags removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextsExportDialog</name>
    <message numerus="yes">
        <source>%Ln text(s) written to %1.</source>
        <translation>
            <numerusform>%Ln text written to %1.</numerusform>
            <numerusform>%Ln texts written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextsImportDialog</name>
    <message numerus="yes">
        <source>Translations of %Ln item(s) imported.</source>
        <translation>
            <numerusform>Translations of %Ln item imported.</numerusform>
            <numerusform>Translations of %Ln items imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: translations of %Ln item(s) were imported and kept.</source>
        <translation>
            <numerusform>Stopped: translations of %Ln item were imported and kept.</numerusform>
            <numerusform>Stopped: translations of %Ln items were imported and kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out.</source>
        <translation>
            <numerusform>%Ln left out.</numerusform>
            <numerusform>%Ln left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln item(s)</source>
        <translation>
            <numerusform>Import %Ln item</numerusform>
            <numerusform>Import %Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message numerus="yes">
        <source>Delete %Ln thing(s) for good?</source>
        <translation>
            <numerusform>Delete %Ln thing for good?</numerusform>
            <numerusform>Delete %Ln things for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) deleted for good</source>
        <translation>
            <numerusform>%Ln thing deleted for good</numerusform>
            <numerusform>%Ln things deleted for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left in the trash</source>
        <translation>
            <numerusform>%Ln left in the trash</numerusform>
            <numerusform>%Ln left in the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UploadBar</name>
    <message numerus="yes">
        <source>%Ln file(s) were not taken in</source>
        <translation>
            <numerusform>%Ln file were not taken in</numerusform>
            <numerusform>%Ln files were not taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more file(s)</source>
        <translation>
            <numerusform>and %Ln more file</numerusform>
            <numerusform>and %Ln more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VariantGridModel</name>
    <message numerus="yes">
        <source>%Ln variant(s)</source>
        <translation>
            <numerusform>%Ln variant</numerusform>
            <numerusform>%Ln variants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VariantsTab</name>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n variant</numerusform>
            <numerusform>%n variants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>◤ %n unsaved</source>
        <translation>
            <numerusform>◤ %n unsaved</numerusform>
            <numerusform>◤ %n unsaved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) to fix</source>
        <translation>
            <numerusform>%n cell to fix</numerusform>
            <numerusform>%n cells to fix</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictPane</name>
    <message numerus="yes">
        <source>These %Ln product(s) may be found as duplicates again</source>
        <translation>
            <numerusform>This %Ln product may be found as a duplicate again</numerusform>
            <numerusform>These %Ln products may be found as duplicates again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the trash</source>
        <translation>
            <numerusform>%Ln in the trash</numerusform>
            <numerusform>%Ln in the trash</numerusform>
        </translation>
    </message>
</context>
</TS>
