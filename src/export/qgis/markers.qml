<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis hasScaleBasedVisibilityFlag="0" labelsEnabled="1" maxScale="0" minScale="100000000" simplifyAlgorithm="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyMaxScale="1" styleCategories="Symbology|Labeling|Fields|MapTips|Rendering|Temporal" symbologyReferenceScale="-1" version="3.22.16-Białowieża">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="1" endExpression="" endField="valid_to" fixedDuration="0" limitMode="0" mode="2" startExpression="" startField="valid_from">
  <fixedRange>
   <start />
   <end />
  </fixedRange>
 </temporal>
 <renderer-v2 attr="convention_id" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="categorizedSymbol">
  <categories>
   <category label="Uliasutai convention, 1869" render="true" symbol="0" value="uliasutai-1869" />
   <category label="Kobdo convention, 1869" render="true" symbol="1" value="kobdo-1869" />
   <category label="Tarbagatai convention, 1870" render="true" symbol="2" value="tarbagatai-1870" />
   <category label="Other convention" render="true" symbol="3" value="" />
  </categories>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="marker">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="11,110,110,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="square" />
     <prop k="outline_color" v="255,255,255,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.3" />
     <prop k="size" v="2.5" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="2.5*if(&quot;marker_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="1" type="marker">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="199,91,18,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="diamond" />
     <prop k="outline_color" v="255,255,255,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.3" />
     <prop k="size" v="3.2" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="3.2*if(&quot;marker_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="2" type="marker">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="106,61,154,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="hexagon" />
     <prop k="outline_color" v="255,255,255,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.3" />
     <prop k="size" v="2.9" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="2.9*if(&quot;marker_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="3" type="marker">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="cap_style" v="square" />
     <prop k="color" v="68,68,68,255" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="circle" />
     <prop k="outline_color" v="255,255,255,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.3" />
     <prop k="size" v="2.5" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="2.5*if(&quot;marker_id&quot; is null,1,clamp(0.6,7000000/coalesce(@map_scale,1),1))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
  <rotation />
  <sizescale />
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style allowHtml="0" blendMode="0" capitalization="0" fieldName="coalesce(&quot;number&quot;,'') || case when coalesce(array_contains(@map_layer_ids,'karun_places'),false) then '' else ' ' || replace(coalesce(nullif(case when @karun_label like 'name_zh%' then &quot;name_zh&quot; when @karun_label='name_ru' then &quot;name_ru&quot; end,''),&quot;name_en&quot;,&quot;name_zh&quot;,&quot;name_ru&quot;,''),'’','''') end" fontFamily="Noto Sans CJK SC" fontItalic="0" fontKerning="1" fontLetterSpacing="0" fontSize="8" fontSizeMapUnitScale="3x:0,0,0,0,0,0" fontSizeUnit="Point" fontStrikeout="0" fontUnderline="0" fontWeight="75" fontWordSpacing="0" isExpression="1" legendString="Aa" multilineHeight="1" namedStyle="Bold" previewBkgrdColor="255,255,255,255" textColor="17,17,17,255" textOpacity="1" textOrientation="horizontal" useSubstitutions="0">
    <families />
    <text-buffer bufferBlendMode="0" bufferColor="255,255,255,255" bufferDraw="1" bufferJoinStyle="128" bufferNoFill="1" bufferOpacity="0.84999999999999998" bufferSize="0.69999999999999996" bufferSizeMapUnitScale="3x:0,0,0,0,0,0" bufferSizeUnits="MM" />
    <text-mask maskEnabled="0" maskJoinStyle="128" maskOpacity="1" maskSize="1.5" maskSizeMapUnitScale="3x:0,0,0,0,0,0" maskSizeUnits="MM" maskType="0" maskedSymbolLayers="" />
    <background shapeBlendMode="0" shapeBorderColor="128,128,128,255" shapeBorderWidth="0" shapeBorderWidthMapUnitScale="3x:0,0,0,0,0,0" shapeBorderWidthUnit="MM" shapeDraw="0" shapeFillColor="255,255,255,255" shapeJoinStyle="64" shapeOffsetMapUnitScale="3x:0,0,0,0,0,0" shapeOffsetUnit="MM" shapeOffsetX="0" shapeOffsetY="0" shapeOpacity="1" shapeRadiiMapUnitScale="3x:0,0,0,0,0,0" shapeRadiiUnit="MM" shapeRadiiX="0" shapeRadiiY="0" shapeRotation="0" shapeRotationType="0" shapeSVGFile="" shapeSizeMapUnitScale="3x:0,0,0,0,0,0" shapeSizeType="0" shapeSizeUnit="MM" shapeSizeX="0" shapeSizeY="0" shapeType="0">
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="fillSymbol" type="fill">
      <layer class="SimpleFill" enabled="1" locked="0" pass="0">
       <prop k="color" v="255,255,255,255" />
       <prop k="joinstyle" v="bevel" />
       <prop k="outline_color" v="128,128,128,255" />
       <prop k="outline_style" v="no" />
       <prop k="outline_width" v="0" />
       <prop k="style" v="solid" />
      </layer>
     </symbol>
    </background>
    <substitutions />
   </text-style>
   <text-format addDirectionSymbol="0" autoWrapLength="0" decimals="3" formatNumbers="0" leftDirectionSymbol="&lt;" multilineAlign="3" placeDirectionSymbol="0" plussign="0" reverseDirectionSymbol="0" rightDirectionSymbol="&gt;" useMaxLineLengthForAutoWrap="1" wrapChar="" />
   <placement centroidInside="0" centroidWhole="0" dist="0.29999999999999999" distMapUnitScale="3x:0,0,0,0,0,0" distUnits="MM" fitInPolygonOnly="0" geometryGenerator="" geometryGeneratorEnabled="0" geometryGeneratorType="PointGeometry" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" layerType="UnknownGeometry" lineAnchorClipping="0" lineAnchorPercent="0.5" lineAnchorType="0" maxCurvedCharAngleIn="25" maxCurvedCharAngleOut="-25" offsetType="1" offsetUnits="MM" overrunDistance="0" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0" overrunDistanceUnit="MM" placement="6" placementFlags="10" polygonPlacementFlags="2" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" preserveRotation="1" priority="8" quadOffset="4" repeatDistance="0" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" repeatDistanceUnits="MM" rotationAngle="0" rotationUnit="AngleDegrees" xOffset="0" yOffset="0" />
   <rendering displayAll="0" drawLabels="1" fontLimitPixelSize="0" fontMaxPixelSize="10000" fontMinPixelSize="0" labelPerPart="0" limitNumLabels="0" maxNumLabels="2000" mergeLines="0" minFeatureSize="0" obstacle="1" obstacleFactor="1" obstacleType="1" scaleMax="12000000" scaleMin="0" scaleVisibility="1" unplacedVisibility="0" upsidedownLabels="0" zIndex="0" />
   <dd_properties>
    <Option type="Map">
     <Option name="name" type="QString" value="" />
     <Option name="properties" type="Map">
      <Option name="Color" type="Map">
       <Option name="active" type="bool" value="true" />
       <Option name="expression" type="QString" value="case when &quot;convention_id&quot; = 'uliasutai-1869' then '#075050' when &quot;convention_id&quot; = 'kobdo-1869' then '#8f3d06' when &quot;convention_id&quot; = 'tarbagatai-1870' then '#4d2a75' else '#333333' end" />
       <Option name="type" type="int" value="3" />
      </Option>
      <Option name="PredefinedPositionOrder" type="Map">
       <Option name="active" type="bool" value="true" />
       <Option name="expression" type="QString" value="if(coalesce(array_contains(@map_layer_ids,'karun_places'),false),'L,TL,BL,TSL,BSL,TSR,BR,TR,R','TR,TL,BR,BL,R,L,TSR,BSR')" />
       <Option name="type" type="int" value="3" />
      </Option>
     </Option>
     <Option name="type" type="QString" value="collection" />
    </Option>
   </dd_properties>
  </settings>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <aliases>
  <alias field="fid" index="0" name="" />
  <alias field="marker_id" index="1" name="Marker" />
  <alias field="convention_id" index="2" name="Convention" />
  <alias field="district" index="3" name="District" />
  <alias field="number" index="4" name="Number" />
  <alias field="place_id" index="5" name="Place" />
  <alias field="name_zh" index="6" name="Chinese" />
  <alias field="name_ru" index="7" name="Russian" />
  <alias field="name_en" index="8" name="English" />
  <alias field="valid_from" index="9" name="Stands from" />
  <alias field="valid_to" index="10" name="Stands until (9999: no known end)" />
  <alias field="set_edtf" index="11" name="Set (EDTF)" />
  <alias field="segment_id" index="12" name="Segment" />
  <alias field="line_km" index="13" name="Along the line (km)" />
  <alias field="certainty" index="14" name="Certainty of the position" />
  <alias field="accuracy_m" index="15" name="Accuracy of the position (m)" />
  <alias field="source" index="16" name="Source" />
 </aliases>
 <mapTip>&lt;b&gt;[% "number" %] [% "name_en" %]&lt;/b&gt; [% "name_zh" %] [% "name_ru" %]&lt;br&gt;[% "convention_id" %], set [% "set_edtf" %]&lt;br&gt;Position [% "certainty" %], within [% "accuracy_m"/1000 %] km&lt;br&gt;&lt;i&gt;[% coalesce("source",'') %]&lt;/i&gt;</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
