<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>ActionGroups</name>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Правка</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Переход</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open data folder</source>
        <translation>Открыть папку с данными</translation>
    </message>
    <message>
        <source>Open logs</source>
        <translation>Открыть журналы</translation>
    </message>
    <message>
        <source>Search or run a command…</source>
        <translation>Найти или выполнить команду…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Настройки…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Вперёд</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Something went wrong in the program. What was saved is safe.</source>
        <translation>В программе произошла ошибка. Всё сохранённое цело.</translation>
    </message>
</context>
<context>
    <name>CellBubble</name>
    <message>
        <source>Use {value}</source>
        <translation>Взять {value}</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>left out</source>
        <translation>не используется</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>Столбец в файле</translation>
    </message>
    <message>
        <source>Field of the product</source>
        <translation>Поле товара</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Columns of the file</source>
        <translation>Столбцы файла</translation>
    </message>
    <message>
        <source>new layout</source>
        <translation>новый формат</translation>
    </message>
    <message>
        <source>classic layout</source>
        <translation>классический формат</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>запятая</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>точка с запятой</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>табуляция</translation>
    </message>
    <message>
        <source>Shopify product CSV</source>
        <translation>CSV товаров Shopify</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>строк: %1</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Search or run a command…</source>
        <translation>Найти или выполнить команду…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Палитра команд</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
</context>
<context>
    <name>ConflictBand</name>
    <message numerus="yes">
        <source>Saved by somebody else meanwhile: %n field(s) you changed too</source>
        <translation><numerusform>Тем временем сохранено кем-то ещё: %n поле, которое изменили и вы</numerusform><numerusform>Тем временем сохранено кем-то ещё: %n поля, которые изменили и вы</numerusform><numerusform>Тем временем сохранено кем-то ещё: %n полей, которые изменили и вы</numerusform></translation>
    </message>
    <message>
        <source>removed</source>
        <translation>удалено</translation>
    </message>
    <message>
        <source>Mine: {text}</source>
        <translation>Моё: {text}</translation>
    </message>
    <message>
        <source>Theirs: {text}</source>
        <translation>Сохранено: {text}</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Оставить моё</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Взять сохранённое</translation>
    </message>
    <message>
        <source>Keep mine: {field}</source>
        <translation>Оставить моё: {field}</translation>
    </message>
    <message>
        <source>Take theirs: {field}</source>
        <translation>Взять сохранённое: {field}</translation>
    </message>
</context>
<context>
    <name>EditorFooter</name>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Опубликовать</translation>
    </message>
    <message>
        <source>Unpublish</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Restore from the trash</source>
        <translation>Вернуть из корзины</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Вернуть из архива</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Сохранить (Ctrl+S)</translation>
    </message>
</context>
<context>
    <name>EditorHeader</name>
    <message>
        <source>New product</source>
        <translation>Новый товар</translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation><numerusform>%n вариант</numerusform><numerusform>%n варианта</numerusform><numerusform>%n вариантов</numerusform></translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>сохраняется…</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>сохранено в {time}</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>ещё не сохранён</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved</source>
        <translation><numerusform>%n не сохранено</numerusform><numerusform>%n не сохранено</numerusform><numerusform>%n не сохранено</numerusform></translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>В корзине</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>К списку (Esc)</translation>
    </message>
    <message>
        <source>Narrow view</source>
        <translation>Узкий вид</translation>
    </message>
    <message>
        <source>Open in full width (Enter)</source>
        <translation>Во всю ширину (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Закрыть (Esc)</translation>
    </message>
</context>
<context>
    <name>EmptyColumnBand</name>
    <message numerus="yes">
        <source>Column “%1” is present and empty: %Ln value(s) of the shop will be erased</source>
        <translation><numerusform>Столбец «%1» есть, но пуст: будет стёрто %Ln значение магазина</numerusform><numerusform>Столбец «%1» есть, но пуст: будет стёрто %Ln значения магазина</numerusform><numerusform>Столбец «%1» есть, но пуст: будет стёрто %Ln значений магазина</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Column “%1” is present and empty: %Ln value(s) of the shop are kept</source>
        <translation><numerusform>Столбец «%1» есть, но пуст: %Ln значение магазина сохранится</numerusform><numerusform>Столбец «%1» есть, но пуст: %Ln значения магазина сохранятся</numerusform><numerusform>Столбец «%1» есть, но пуст: %Ln значений магазина сохранятся</numerusform></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Стереть</translation>
    </message>
</context>
<context>
    <name>FieldNames</name>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Адрес страницы</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Page title</source>
        <translation>Заголовок страницы</translation>
    </message>
    <message>
        <source>Description for search engines</source>
        <translation>Описание для поисковиков</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Штрихкод</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Compare at</source>
        <translation>Старая цена</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Себестоимость</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Вес</translation>
    </message>
    <message>
        <source>When sold out</source>
        <translation>Когда закончится</translation>
    </message>
    <message>
        <source>{field} of {variant}</source>
        <translation>{field}: {variant}</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Product files (*.csv *.tsv *.txt)</source>
        <translation>Файлы товаров (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Choose a product file</source>
        <translation>Выберите файл товаров</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Drop a product file here</source>
        <translation>Перетащите сюда файл товаров</translation>
    </message>
    <message>
        <source>Shopify product CSV, in the new or the classic layout. You will see what would change before anything is written.</source>
        <translation>CSV товаров Shopify, новый или классический. До записи вы увидите, что изменится.</translation>
    </message>
</context>
<context>
    <name>GeneralTab</name>
    <message>
        <source>Margin {percent} %</source>
        <translation>Маржа {percent} %</translation>
    </message>
    <message>
        <source>Discount {percent} %</source>
        <translation>Скидка {percent} %</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Compare at</source>
        <translation>Старая цена</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Себестоимость</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Адрес страницы</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Made from the title when left empty</source>
        <translation>Если пусто, составляется из названия</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Через запятую</translation>
    </message>
    <message>
        <source>Kitchen &gt; Tableware</source>
        <translation>Кухня &gt; Посуда</translation>
    </message>
    <message>
        <source>Language of the texts</source>
        <translation>Язык текстов</translation>
    </message>
</context>
<context>
    <name>ImagesTab</name>
    <message>
        <source>Image</source>
        <translation>Изображение</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>No description yet</source>
        <translation>Описания пока нет</translation>
    </message>
    <message>
        <source>Address of an image, https://…</source>
        <translation>Адрес изображения, https://…</translation>
    </message>
    <message>
        <source>Address of a new image</source>
        <translation>Адрес нового изображения</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Выше (Alt+Вверх)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Ниже (Alt+Вниз)</translation>
    </message>
    <message>
        <source>Remove image</source>
        <translation>Убрать изображение</translation>
    </message>
    <message>
        <source>The first image leads. Descriptions are read out to people who cannot see.</source>
        <translation>Первое изображение — главное. Описания зачитываются тем, кто не видит.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Изображения</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Import products</source>
        <translation>Импорт товаров</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Nothing is written before you press Import</source>
        <translation>До нажатия «Импорт» ничего не записывается</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>The rejected rows are in %1</source>
        <translation>Отклонённые строки: %1</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>строк: %1</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln product(s)</source>
        <translation><numerusform>Импортировать %Ln товар</numerusform><numerusform>Импортировать %Ln товара</numerusform><numerusform>Импортировать %Ln товаров</numerusform></translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>Импортировать нечего</translation>
    </message>
    <message>
        <source>The import failed because of a fault in the program. Nothing half-done was kept.</source>
        <translation>Импорт прерван из-за ошибки в программе. Ничего наполовину сделанного не сохранено.</translation>
    </message>
</context>
<context>
    <name>ImportTexts</name>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Без изменений</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Адрес (handle)</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>SEO title</source>
        <translation>Заголовок SEO</translation>
    </message>
    <message>
        <source>SEO description</source>
        <translation>Описание SEO</translation>
    </message>
    <message>
        <source>Metafields</source>
        <translation>Метаполя</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Опции</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Изображения</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Штрихкод</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Compare at</source>
        <translation>Старая цена</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Себестоимость</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Вес</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Опубликован</translation>
    </message>
    <message>
        <source>Weight in grams</source>
        <translation>Вес в граммах</translation>
    </message>
    <message>
        <source>Image address</source>
        <translation>Адрес изображения</translation>
    </message>
    <message>
        <source>Image position</source>
        <translation>Место изображения</translation>
    </message>
    <message>
        <source>Image description</source>
        <translation>Описание изображения</translation>
    </message>
    <message>
        <source>Image of the variant</source>
        <translation>Изображение варианта</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Вариант</translation>
    </message>
    <message>
        <source>Name of option %1</source>
        <translation>Название опции %1</translation>
    </message>
    <message>
        <source>Value of option %1</source>
        <translation>Значение опции %1</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Stock is counted</source>
        <translation>Учёт остатка</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>С доставкой</translation>
    </message>
    <message>
        <source>Taxed</source>
        <translation>Облагается налогом</translation>
    </message>
    <message>
        <source>Weight unit</source>
        <translation>Единица веса</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Изображение</translation>
    </message>
    <message>
        <source>Overselling</source>
        <translation>Продажа сверх остатка</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Все поля</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Навигация</translation>
    </message>
</context>
<context>
    <name>OptionsBar</name>
    <message>
        <source>No options: one variant stands for the product</source>
        <translation>Параметров нет: один вариант и есть товар</translation>
    </message>
    <message numerus="yes">
        <source>Add %n missing variant(s)</source>
        <translation><numerusform>Добавить %n недостающий вариант</numerusform><numerusform>Добавить %n недостающих варианта</numerusform><numerusform>Добавить %n недостающих вариантов</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation><numerusform>%n вариант</numerusform><numerusform>%n варианта</numerusform><numerusform>%n вариантов</numerusform></translation>
    </message>
    <message>
        <source>Name of the option</source>
        <translation>Название параметра</translation>
    </message>
    <message>
        <source>Add value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>New value of {option}</source>
        <translation>Новое значение: {option}</translation>
    </message>
    <message>
        <source>Value, then Enter</source>
        <translation>Значение и Enter</translation>
    </message>
    <message>
        <source>Take {value} out, with its variants</source>
        <translation>Убрать {value} вместе с его вариантами</translation>
    </message>
    <message>
        <source>Add option</source>
        <translation>Параметр</translation>
    </message>
    <message>
        <source>Colour: Indigo, Clay</source>
        <translation>Цвет: индиго, глина</translation>
    </message>
    <message>
        <source>New option with its values</source>
        <translation>Новый параметр со значениями</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Catalog</source>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>Импорт товаров</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} из {total}</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>now {value}</source>
        <translation>сейчас {value}</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
</context>
<context>
    <name>PaletteFoot</name>
    <message>
        <source>move</source>
        <translation>выбор</translation>
    </message>
    <message>
        <source>run</source>
        <translation>выполнить</translation>
    </message>
    <message>
        <source>close</source>
        <translation>закрыть</translation>
    </message>
    <message>
        <source>actions only</source>
        <translation>только действия</translation>
    </message>
</context>
<context>
    <name>PlanDelegate</name>
    <message>
        <source>erased</source>
        <translation>стёрто</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation><numerusform>и ещё %Ln</numerusform><numerusform>и ещё %Ln</numerusform><numerusform>и ещё %Ln</numerusform></translation>
    </message>
</context>
<context>
    <name>PlanTableModel</name>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Old → new</source>
        <translation>Было → станет</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Варианты</translation>
    </message>
</context>
<context>
    <name>ProductActions</name>
    <message>
        <source>New product</source>
        <translation>Новый товар</translation>
    </message>
    <message>
        <source>Import products…</source>
        <translation>Импорт товаров…</translation>
    </message>
    <message>
        <source>Find products</source>
        <translation>Найти товары</translation>
    </message>
    <message>
        <source>Read the list again</source>
        <translation>Обновить список</translation>
    </message>
    <message>
        <source>Save product</source>
        <translation>Сохранить товар</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Отменить правки</translation>
    </message>
    <message>
        <source>Publish or unpublish product</source>
        <translation>Опубликовать или скрыть товар</translation>
    </message>
</context>
<context>
    <name>ProductEditor</name>
    <message>
        <source>General</source>
        <translation>Основное</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>SEO</source>
        <translation>SEO</translation>
    </message>
    <message>
        <source>Parts of the product</source>
        <translation>Разделы товара</translation>
    </message>
</context>
<context>
    <name>ProductFilters</name>
    <message>
        <source>any</source>
        <translation>любой</translation>
    </message>
    <message>
        <source>Search name, SKU, barcode…</source>
        <translation>Название, артикул, штрихкод…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>active</source>
        <translation>активен</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>в архиве</translation>
    </message>
    <message>
        <source>in the trash</source>
        <translation>в корзине</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>in stock</source>
        <translation>есть</translation>
    </message>
    <message>
        <source>low</source>
        <translation>мало</translation>
    </message>
    <message>
        <source>out</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>More filters: vendor, type, tag</source>
        <translation>Ещё фильтры: производитель, тип, метка</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Метка</translation>
    </message>
</context>
<context>
    <name>ProductListPane</name>
    <message numerus="yes">
        <source>%n demo product(s) added</source>
        <translation><numerusform>Добавлен %n демонстрационный товар</numerusform><numerusform>Добавлено %n демонстрационных товара</numerusform><numerusform>Добавлено %n демонстрационных товаров</numerusform></translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Изменён</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>В архиве</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Мало</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товары</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Новый товар</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>Товаров пока нет</translation>
    </message>
    <message>
        <source>Bring your catalog over from a Shopify file, look around in a demo shop, or begin by hand.</source>
        <translation>Перенесите каталог из файла Shopify, осмотритесь в демонстрационном магазине или начните вручную.</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>Импорт товаров</translation>
    </message>
    <message>
        <source>Fill with demo products</source>
        <translation>Наполнить примерами</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>No product answers this search and these filters.</source>
        <translation>Ни один товар не отвечает этому запросу и фильтрам.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Сбросить поиск и фильтры</translation>
    </message>
</context>
<context>
    <name>ProductMenu</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Restore from the trash</source>
        <translation>Вернуть из корзины</translation>
    </message>
    <message>
        <source>Unpublish</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Вернуть из архива</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Опубликовать</translation>
    </message>
    <message>
        <source>Unpublish and move to trash</source>
        <translation>Скрыть и убрать в корзину</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>Убрать в корзину</translation>
    </message>
</context>
<context>
    <name>ProductPage</name>
    <message numerus="yes">
        <source>Unsaved edits of %n product(s) were kept</source>
        <translation><numerusform>Сохранены незаконченные правки %n товара</numerusform><numerusform>Сохранены незаконченные правки %n товаров</numerusform><numerusform>Сохранены незаконченные правки %n товаров</numerusform></translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>“{title}” is in the trash</source>
        <translation>«{title}» в корзине</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Something went wrong. Nothing that was saved is lost.</source>
        <translation>Что-то пошло не так. Всё сохранённое цело.</translation>
    </message>
    <message>
        <source>Unsaved edits could not be written to disk. Save them before closing.</source>
        <translation>Незаконченные правки не удалось записать на диск. Сохраните их до закрытия.</translation>
    </message>
    <message>
        <source>“{title}” is published</source>
        <translation>«{title}» опубликован</translation>
    </message>
    <message>
        <source>“{title}” is a draft again</source>
        <translation>«{title}» снова черновик</translation>
    </message>
    <message>
        <source>“{title}” is out of the archive</source>
        <translation>«{title}» возвращён из архива</translation>
    </message>
    <message>
        <source>“{title}” is out of the trash</source>
        <translation>«{title}» возвращён из корзины</translation>
    </message>
    <message>
        <source>Stock of “{title}” adjusted</source>
        <translation>Остаток «{title}» изменён</translation>
    </message>
</context>
<context>
    <name>ProgressStep</name>
    <message>
        <source>Reading the file…</source>
        <translation>Чтение файла…</translation>
    </message>
    <message>
        <source>Importing products…</source>
        <translation>Импорт товаров…</translation>
    </message>
    <message>
        <source>Updating the index…</source>
        <translation>Обновление индекса…</translation>
    </message>
    <message>
        <source>Stopping after this batch…</source>
        <translation>Остановка после этой партии…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>%1 created, %2 changed</source>
        <translation>создано: %1, изменено: %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln second(s) left</source>
        <translation><numerusform>осталась примерно %Ln секунда</numerusform><numerusform>осталось примерно %Ln секунды</numerusform><numerusform>осталось примерно %Ln секунд</numerusform></translation>
    </message>
</context>
<context>
    <name>RejectedDelegate</name>
    <message>
        <source>Line %1</source>
        <translation>Строка %1</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Предложение</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>Нет предложения</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
</context>
<context>
    <name>RejectedModel</name>
    <message>
        <source>Line %1</source>
        <translation>Строка %1</translation>
    </message>
    <message>
        <source>Suggestion: %1</source>
        <translation>Предложение: %1</translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message>
        <source>Show products</source>
        <translation>Показать товары</translation>
    </message>
    <message>
        <source>Open rejected rows</source>
        <translation>Открыть отклонённые строки</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Импортировать ещё файл</translation>
    </message>
    <message>
        <source>Import stopped: what was written is kept</source>
        <translation>Импорт остановлен: записанное сохранено</translation>
    </message>
    <message>
        <source>Import finished</source>
        <translation>Импорт завершён</translation>
    </message>
    <message>
        <source>Products: %1 created, %2 changed, %3 unchanged, %4 rejected.</source>
        <translation>Товары: создано %1, изменено %2, без изменений %3, отклонено %4.</translation>
    </message>
    <message>
        <source>Variants: %1 created, %2 changed, %3 unchanged, %4 rejected.</source>
        <translation>Варианты: создано %1, изменено %2, без изменений %3, отклонено %4.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) or row(s) were left out; the file of rejected rows says why.</source>
        <translation><numerusform>Пропущена %Ln ячейка или строка; причина — в файле отклонённых строк.</numerusform><numerusform>Пропущены %Ln ячейки или строки; причины — в файле отклонённых строк.</numerusform><numerusform>Пропущено %Ln ячеек или строк; причины — в файле отклонённых строк.</numerusform></translation>
    </message>
</context>
<context>
    <name>ReviewStep</name>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Which products to list</source>
        <translation>Какие товары показать</translation>
    </message>
    <message>
        <source>Search product…</source>
        <translation>Найти товар…</translation>
    </message>
    <message>
        <source>What the import would do</source>
        <translation>Что сделает импорт</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>Отклонённые строки</translation>
    </message>
    <message numerus="yes">
        <source>products, %Ln variant(s)</source>
        <translation><numerusform>товаров, %Ln вариант</numerusform><numerusform>товаров, %Ln варианта</numerusform><numerusform>товаров, %Ln вариантов</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>products, %Ln field(s)</source>
        <translation><numerusform>товаров, %Ln поле</numerusform><numerusform>товаров, %Ln поля</numerusform><numerusform>товаров, %Ln полей</numerusform></translation>
    </message>
    <message>
        <source>products, left as they are</source>
        <translation>товаров останутся как есть</translation>
    </message>
    <message>
        <source>products, left out of the import</source>
        <translation>товаров не войдут в импорт</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Без изменений</translation>
    </message>
    <message>
        <source>cells or rows, left out</source>
        <translation>ячеек или строк пропущено</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) in the file</source>
        <translation><numerusform>%Ln ошибка в файле</numerusform><numerusform>%Ln ошибки в файле</numerusform><numerusform>%Ln ошибок в файле</numerusform></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>Очистить поиск</translation>
    </message>
</context>
<context>
    <name>SeoTab</name>
    <message>
        <source>{length} of about {shown} shown</source>
        <translation>{length} из примерно {shown}</translation>
    </message>
    <message>
        <source>As a search engine may show it</source>
        <translation>Как это может показать поисковик</translation>
    </message>
    <message>
        <source>Search preview</source>
        <translation>Вид в поиске</translation>
    </message>
    <message>
        <source>Page title</source>
        <translation>Заголовок страницы</translation>
    </message>
    <message>
        <source>Left empty, the product's title is used.</source>
        <translation>Если пусто, берётся название товара.</translation>
    </message>
    <message>
        <source>Description for search engines</source>
        <translation>Описание для поисковиков</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Адрес страницы</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Системная</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Opening the shop…</source>
        <translation>Магазин открывается…</translation>
    </message>
    <message>
        <source>Everything is saved on this computer</source>
        <translation>Всё сохранено на этом компьютере</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes</source>
        <translation><numerusform>%Ln изменение</numerusform><numerusform>%Ln изменения</numerusform><numerusform>%Ln изменений</numerusform></translation>
    </message>
    <message>
        <source>Everything is saved on this computer — {changes}</source>
        <translation>Всё сохранено на этом компьютере — {changes}</translation>
    </message>
    <message>
        <source>Rebuilding {share} %</source>
        <translation>Индекс перестраивается: {share} %</translation>
    </message>
    <message>
        <source>Index needs attention</source>
        <translation>Индекс требует внимания</translation>
    </message>
    <message>
        <source>Index {count} behind</source>
        <translation>Индекс отстаёт на {count}</translation>
    </message>
    <message>
        <source>Index up to date</source>
        <translation>Индекс актуален</translation>
    </message>
</context>
<context>
    <name>StockTab</name>
    <message>
        <source>Stock can be adjusted once the product is saved.</source>
        <translation>Остаток можно менять после сохранения товара.</translation>
    </message>
    <message>
        <source>On hand at {place}</source>
        <translation>В наличии, склад «{place}»</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>В наличии</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Поступление</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Исправление</translation>
    </message>
    <message>
        <source>Stocktaking</source>
        <translation>Инвентаризация</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Брак</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Sold elsewhere</source>
        <translation>Продано в другом месте</translation>
    </message>
    <message>
        <source>First stock</source>
        <translation>Начало учёта</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Вариант</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Разница</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Add or take away</source>
        <translation>На сколько</translation>
    </message>
    <message>
        <source>+12 or -3</source>
        <translation>+12 или -3</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>Движения</translation>
    </message>
    <message>
        <source>Stock of each variant</source>
        <translation>Остатки вариантов</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопировать подробности</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>VariantsTab</name>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation><numerusform>%n вариант</numerusform><numerusform>%n варианта</numerusform><numerusform>%n вариантов</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>◤ %n unsaved</source>
        <translation><numerusform>◤ %n не сохранено</numerusform><numerusform>◤ %n не сохранено</numerusform><numerusform>◤ %n не сохранено</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) to fix</source>
        <translation><numerusform>исправить %n ячейку</numerusform><numerusform>исправить %n ячейки</numerusform><numerusform>исправить %n ячеек</numerusform></translation>
    </message>
    <message>
        <source>Range {rows} × {columns}  ·  Ctrl+D fills down</source>
        <translation>Диапазон {rows} × {columns}  ·  Ctrl+D заполняет вниз</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet: click a cell, Ctrl+V</source>
        <translation>Вставка из таблицы: щёлкните ячейку, Ctrl+V</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Штрихкод</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Compare at</source>
        <translation>Старая цена</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Себест.</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Маржа</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Вес</translation>
    </message>
    <message>
        <source>When sold out</source>
        <translation>При нуле</translation>
    </message>
    <message>
        <source>Stop selling</source>
        <translation>Не продавать</translation>
    </message>
    <message>
        <source>Keep selling</source>
        <translation>Продавать дальше</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Add variant</source>
        <translation>Вариант</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
</context>
</TS>
